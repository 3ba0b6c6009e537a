import { findingsOf, type Finding } from './finding.ts';

/** What was found about this machine. */
export interface MachineFacts {
  node: { running: string; pinned: string };
  /** Whether node_modules is what the lock file asks for. */
  isInstalled: boolean;
  /** The version of the sf CLI that comes with the project; null when it does not run. */
  sf: string | null;
  port: { number: number; state: 'free' | 'companion' | 'taken' };
  disk: { folder: string; freeBytes: number };
}

const GIGABYTE = 1024 ** 3;
/** Some ten thousand accounts with a year of scores fit into it: see the sizes in docs/run.md. */
const ENOUGH_BYTES = GIGABYTE;
const LEAST_BYTES = GIGABYTE / 4;

const { ok, warn, fail } = findingsOf('machine');
const INSTALL = 'Run: npm ci';

/** Whether this machine can run Tenure. */
export function judgeMachine({ node, isInstalled, sf, port, disk }: MachineFacts): Finding[] {
  return [
    node.running === node.pinned
      ? ok('Node', `${node.running}, as pinned`)
      : fail(
          'Node',
          `${node.running} runs, ${node.pinned} is pinned`,
          `${INSTALL}; start through npm, which takes the pinned one.`,
        ),
    isInstalled
      ? ok('packages', 'as package-lock.json asks')
      : fail('packages', 'node_modules is not what package-lock.json asks for', INSTALL),
    sf === null
      ? fail('sf CLI', 'does not run', `${INSTALL}; the sf CLI is one of the packages.`)
      : ok('sf CLI', sf),
    judgePort(port),
    judgeDisk(disk),
  ];
}

function judgePort({ number, state }: MachineFacts['port']): Finding {
  if (state === 'companion') return ok('port', `the companion answers on ${number}`);
  if (state === 'free') return ok('port', `${number} is free for the companion`);
  const remedy = `Stop what listens there (lsof -i :${number}), or set COMPANION_PORT in .env to a free port.`;
  return fail('port', `${number} is taken by something else`, remedy);
}

function judgeDisk({ folder, freeBytes }: MachineFacts['disk']): Finding {
  const told = `${(freeBytes / GIGABYTE).toFixed(1)} GB free at ${folder}`;
  if (freeBytes >= ENOUGH_BYTES) return ok('disk', told);
  const remedy = 'Make room there, or set COMPANION_DATA_DIR in .env to a folder on another disk.';
  return freeBytes >= LEAST_BYTES ? warn('disk', told, remedy) : fail('disk', told, remedy);
}
