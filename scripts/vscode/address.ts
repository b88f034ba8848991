import { pathToFileURL } from 'node:url';

export interface WindowOptions {
  /** The folder the window opens. */
  readonly folder: string;
  /** Folder of an extension to load from source; VS Code takes one only. */
  readonly extension?: string;
  /** A module whose `run()` is called in the extension host. Dialogs are refused in such a window. */
  readonly tests?: string;
  /** A file to open. */
  readonly openFile?: string;
}

/** The address of a window of the VS Code that listens on `port`. All paths are absolute paths of this machine. */
export function windowAddress(port: number, options: WindowOptions): string {
  const payload = [
    ...(options.extension === undefined ? [] : [['extensionDevelopmentPath', remoteUri(port, options.extension)]]),
    ...(options.tests === undefined ? [] : [['extensionTestsPath', remoteUri(port, options.tests)]]),
    ...(options.openFile === undefined ? [] : [['openFile', remoteUri(port, options.openFile)]]),
  ];
  const query = new URLSearchParams({ folder: remotePath(options.folder) });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}

function remoteUri(port: number, path: string): string {
  return `vscode-remote://127.0.0.1:${port}${pathToFileURL(path).pathname}`;
}

/** VS Code writes Windows paths as /c:/folder. */
function remotePath(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}
