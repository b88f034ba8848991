import * as vscode from 'vscode';
import { yamlPlaceAt, type YamlPlace } from '../core/glossary/yamlPlace.ts';

/** What is used of the JSON schema of glossary files. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

let schema: Promise<Schema | undefined> | undefined;

/** What can stand at a place of a YAML glossary; undefined where the schema cannot be read or says nothing of it. */
export async function completeGlossary(
  document: vscode.TextDocument,
  position: vscode.Position,
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<vscode.CompletionItem[] | undefined> {
  const root = await (schema ??= readSchema(extensionUri, log));
  const place = root && yamlPlaceAt(document.getText(), document.offsetAt(position));
  if (!place) return undefined;
  const range = new vscode.Range(document.positionAt(place.typed.start), document.positionAt(place.typed.end));
  const object = place.path.reduce<Schema | undefined>((at, key) => childOf(root, at, key), root);
  const items = place.valueKey ? values(childOf(root, object, place.valueKey)) : keys(root, object, place);
  for (const item of items) item.range = range;
  return items;
}

async function readSchema(extensionUri: vscode.Uri, log: vscode.LogOutputChannel): Promise<Schema | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(extensionUri, 'glossary/glossary.schema.json'),
    );
    return JSON.parse(new TextDecoder().decode(bytes)) as Schema;
  } catch (error) {
    log.error('The schema of glossary files could not be read.', error);
    return undefined;
  }
}

/** The schema of what a key holds: of an entry of it, where it holds a list. */
function childOf(root: Schema, at: Schema | undefined, key: string): Schema | undefined {
  const child = at?.properties?.[key];
  return follow(root, child?.items ?? child);
}

function follow(root: Schema, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.replace('#/definitions/', '');
  return name === undefined ? schema : root.definitions?.[name];
}

function keys(root: Schema, object: Schema | undefined, { present, indent }: YamlPlace): vscode.CompletionItem[] {
  const all = Object.entries(object?.properties ?? {}).filter(
    ([key]) => !key.startsWith('$') && !present.includes(key),
  );
  return all.map(([key, schema], i) => {
    const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
    item.insertText = new vscode.SnippetString(`${key}:${startOf(root, schema, indent)}`);
    // The lines of the snippet have their whole indent.
    item.keepWhitespace = true;
    item.sortText = String(i).padStart(2, '0');
    if (object?.required?.includes(key)) item.detail = vscode.l10n.t('required');
    const told = schema.markdownDescription ?? schema.description;
    if (told) item.documentation = new vscode.MarkdownString(told);
    return item;
  });
}

/** How the value of a key begins: a list or an object on lines of its own, a list of texts in brackets. */
function startOf(root: Schema, schema: Schema, indent: number): string {
  const merged = [schema, ...(schema.allOf ?? [])].map((one) => follow(root, one));
  const list = merged.find((one) => one?.type === 'array');
  if (list) {
    const [first] = follow(root, list.items)?.required ?? [];
    return list.items && follow(root, list.items)?.type === 'object'
      ? `\n${' '.repeat(indent + 2)}- ${first ? `${first}: ` : ''}$0`
      : ' [$0]';
  }
  return merged.some((one) => one?.type === 'object') ? `\n${' '.repeat(indent + 2)}$0` : ' $0';
}

function values(schema: Schema | undefined): vscode.CompletionItem[] {
  const all = schema?.type === 'boolean' ? ['true', 'false'] : (schema?.enum ?? []);
  return all.map((value, i) => {
    const item = new vscode.CompletionItem(value, vscode.CompletionItemKind.EnumMember);
    item.sortText = String(i).padStart(2, '0');
    const told = schema?.enumDescriptions?.[i];
    if (told) item.detail = told;
    return item;
  });
}
