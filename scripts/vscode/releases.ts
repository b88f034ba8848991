/** A VS Code that can be had from the npm registry. */
export interface Release {
  /** The package and version that carries it, in `lib/vscode`. */
  readonly codeServer: string;
  /** The VS Code version it is. */
  readonly vscode: string;
  /** The package that carries the Node it needs, where this machine's Node will not do. */
  readonly node?: string;
}

const releases: Readonly<Record<string, Release>> = {
  oldest: { codeServer: '4.100.3', vscode: '1.100.3' },
  newest: { codeServer: '4.139.1', vscode: '1.139.1', node: '24' },
};

/** The release called `oldest` (what the manifest promises, and the default) or `newest`; throws for another name. */
export function releaseNamed(name = 'oldest'): Release {
  const release = releases[name];
  if (!release) throw new Error(`There is no VS Code "${name}" here; choose ${Object.keys(releases).join(' or ')}.`);
  return release;
}
