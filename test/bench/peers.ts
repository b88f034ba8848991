import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is measured against; `npm run bench` installs them into a folder of its own. */
export const peers = ['@monyone/aho-corasick@1.1.11', 'autocorrect-node@2.14.0', 'markdown-it@15.0.3'];

/** Name of the environment variable that says where the peers are installed. */
export const peersFolder = 'POLICY_NEWSLETTER_BENCH_PEERS';

/** Loads one of them. */
export function loadPeer<Module>(name: string): Module {
  const folder = process.env[peersFolder];
  if (folder === undefined) throw new Error(`${peersFolder} does not say where the peers are.`);
  return createRequire(join(folder, 'package.json'))(name) as Module;
}
