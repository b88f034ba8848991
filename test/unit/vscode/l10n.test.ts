import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): Record<string, string> => JSON.parse(readFileSync(join(root, file), 'utf8'));

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name));
}

/** A literal that people read: English words that start a sentence. Identifiers, codes and Chinese text are not. */
const looksLikeText = (text: string): boolean =>
  /^(?:[A-Z“]|\{\d+\})/.test(text) && /[a-z]/.test(text) && text.includes(' ');

function isTranslated(node: ts.Node): boolean {
  const call = ts.findAncestor(node, ts.isCallExpression);
  if (!call || !/(?:^|\.)t$/.test(call.expression.getText())) return false;
  const [template] = call.arguments;
  return template !== undefined && node.pos >= template.pos && node.end <= template.end;
}

/** The name of a font, which is the same in every language: what the core passes to its helper `font`. */
function isFontName(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isStringLiteralLike(node) && ts.isCallExpression(call) && call.expression.getText() === 'font';
}

/** All templates in a folder that reach people: what is passed to `l10n.t`, and in the core every text. */
function templates(folder: string, everyText: boolean): Set<string> {
  const found = new Set<string>();
  for (const path of sources(folder)) {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || (everyText && (ts.isThrowStatement(node) || isFontName(node)))) return;
      if (ts.isStringLiteralLike(node) && (isTranslated(node) || (everyText && looksLikeText(node.text)))) {
        found.add(node.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

describe('what people read', () => {
  const chinese = read('l10n/bundle.l10n.zh-cn.json');
  const used = new Set([...templates('src/vscode', false), ...templates('src/core', true)]);
  const places = (text: string): string => (text.match(/\{\d+\}/g) ?? []).sort().join();

  it('has a Chinese translation for every template of the sources', () => {
    assert.deepEqual([...used].filter((text) => !(text in chinese)).sort(), []);
  });

  it('has no translation that nothing uses', () => {
    assert.deepEqual(
      Object.keys(chinese).filter((text) => !used.has(text)),
      [],
    );
  });

  it('keeps the places of each template', () => {
    const wrong = Object.entries(chinese).filter(([text, translated]) => places(text) !== places(translated));
    assert.deepEqual(wrong, []);
  });
});

describe('the manifest', () => {
  const english = read('package.nls.json');
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');

  it('has the same keys in both languages', () => {
    assert.deepEqual(Object.keys(read('package.nls.zh-cn.json')).sort(), Object.keys(english).sort());
  });

  it('uses exactly the keys that are translated', () => {
    const used = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? ''));
    assert.deepEqual([...used].sort(), Object.keys(english).sort());
  });

  it('registers a command in the sources for each one it names', () => {
    const text = sources('src/vscode')
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const commands = (JSON.parse(manifest) as { contributes: { commands: { command: string }[] } }).contributes
      .commands;
    const missing = commands.map(({ command }) => command).filter((command) => !text.includes(`'${command}'`));
    assert.deepEqual(missing, []);
  });
});
