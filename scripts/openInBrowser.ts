import { spawn } from 'node:child_process';

/** Opens an address in the person's own browser; false where there is no way to. */
export async function openInBrowser(address: string): Promise<boolean> {
  const [command, ...args] = opener(address);
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  return new Promise((done) => {
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
    // Some openers stay as long as the browser does.
    const stays = setTimeout(() => {
      child.unref();
      done(true);
    }, 3000);
    child.once('exit', () => clearTimeout(stays));
  });
}

function opener(address: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', address];
  // In cmd, & ends a command and start takes the first quoted argument for a title.
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '""', `"${address.replaceAll('&', '^&')}"`];
  return ['xdg-open', address];
}
