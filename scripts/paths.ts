import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where everything that is fetched once is kept: VS Code, Node for the newest VS Code, the browser. */
export const cache = join(root, '.vscode-test');

/** The programs in `node_modules` are run through this Node, so that no shell comes between. */
export const tool = (...path: string[]): string => join(root, 'node_modules', ...path);
