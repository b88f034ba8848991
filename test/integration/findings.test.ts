import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cleanUp, findingsOn, openPage, positionOf, townPage, until } from './support/pages.ts';

const miscounted = '青禾镇扎实推进“四个到位”（认识到位、责任到位、措施到位）工作，成效明显，群众满意。\n';

async function actionsAt(document: vscode.TextDocument, position: vscode.Position, kind?: vscode.CodeActionKind) {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(position, position),
    kind?.value,
    100,
  );
}

async function take(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, 'the action is missing or has no edit');
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

describe('Findings', () => {
  afterEach(() => cleanUp());

  it('tell of a list that has fewer items than the numeral says, with both places', async () => {
    const document = await openPage(miscounted);
    const finding = await until('the finding', () => findingsOn(document, 'abbreviation/item-count')[0]);
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(finding.range), '四个到位');
    const [place] = finding.relatedInformation ?? [];
    assert.ok(place && document.getText(place.location.range).includes('措施到位'));
  });

  it('are quiet about the defects of extraction', async () => {
    const document = await openPage();
    const findings = await until('repair findings', () => {
      const found = findingsOn(document).filter((one) => String(one.code).startsWith('repair/'));
      return found.length > 0 && found;
    });
    assert.ok(findings.every((one) => one.severity === vscode.DiagnosticSeverity.Hint));
    assert.ok(findings.some((one) => one.code === 'repair/doubled-run'));
  });

  it('take the level the settings give them, by rule and by family', async () => {
    const configuration = vscode.workspace.getConfiguration('policyNewsletter');
    const rules = { 'repair/*': 'off', 'abbreviation/item-count': 'error' };
    await configuration.update('lint.rules', rules, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await openPage(miscounted + townPage);
      const finding = await until('the finding', () => findingsOn(document, 'abbreviation/item-count')[0]);
      assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
      assert.ok(!findingsOn(document).some((one) => String(one.code).startsWith('repair/')));
    } finally {
      await configuration.update('lint.rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('go with their document', async () => {
    const document = await openPage(miscounted);
    const { uri } = document;
    await until('the finding', () => findingsOn(document).length > 0);
    await cleanUp();
    await until('no findings', () => vscode.languages.getDiagnostics(uri).length === 0);
  });
});

describe('Quick fixes', () => {
  afterEach(() => cleanUp());

  it('mend one overprinted run and nothing else', async () => {
    const document = await openPage();
    const position = positionOf(document, '小小微微', 2);
    const actions = await actionsAt(document, position, vscode.CodeActionKind.QuickFix);
    await take(actions.find((one) => one.title === 'Repair this'));
    assert.equal(document.getText(), townPage.replace(/““小小.*””/, '“小微更新”扮靓“新家园”'));
  });

  it('mend all of a kind in one step', async () => {
    const document = await openPage();
    const actions = await actionsAt(document, positionOf(document, '由 12 位', 1), vscode.CodeActionKind.QuickFix);
    await take(actions.find((one) => one.title.includes('repair/number-spacing in this document')));
    assert.ok(document.getText().includes('由12位') && document.getText().includes('比增长59.8%'));
    assert.ok(document.getText().includes('近年来， 青禾镇'));
  });

  it('turn a rule off', async () => {
    const configuration = () => vscode.workspace.getConfiguration('policyNewsletter');
    const document = await openPage(miscounted);
    const actions = await actionsAt(document, positionOf(document, '四个到位', 1), vscode.CodeActionKind.QuickFix);
    const action = actions.find((one) => one.title.includes('Turn off the rule abbreviation/item-count'));
    assert.ok(action?.command);
    try {
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
      assert.deepEqual(configuration().get('lint.rules'), { 'abbreviation/item-count': 'off' });
      await until('no finding', () => findingsOn(document, 'abbreviation/item-count').length === 0);
    } finally {
      await configuration().update('lint.rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('mend everything that has one right answer', async () => {
    const document = await openPage();
    const kind = vscode.CodeActionKind.SourceFixAll.append('policyNewsletter');
    const [action] = await actionsAt(document, new vscode.Position(0, 0), kind);
    await take(action);
    assert.ok(document.getText().includes('“三微三美”环境提升') && !document.getText().includes('小小微微'));
  });
});
