import { execFileSync } from 'node:child_process';

/** Kills the extension hosts that descend from a process, as a system short of memory does; answers how many there were. */
export function killExtensionHosts(ancestor: number): number {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((match) => (match ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }] : []));
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const descends = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === ancestor) return true;
    return false;
  };
  const hosts = processes.filter(({ pid, command }) => command.includes('--type=extensionHost') && descends(pid));
  for (const { pid } of hosts) process.kill(pid, 'SIGKILL');
  return hosts.length;
}
