// Runs a TypeScript entry under the pinned Node, after installing what the lock file asks for.
// This file alone must work on a bare machine: Node 20 or newer, no dependencies.
//
//   node scripts/bootstrap.mjs <entry.ts> [arguments]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'node_modules', '.tenure-lock');

main();

function main() {
  const [entry, ...args] = process.argv.slice(2);
  if (!entry) fail('Usage: node scripts/bootstrap.mjs <entry.ts> [arguments]');
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    fail(`Tenure needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.`);
  }
  install();
  run(path.join(root, entry), args);
}

/** Runs `npm ci` when the lock file is not the one that node_modules was made from. */
function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Installing the packages of package-lock.json (minutes the first time) …\n');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(command, [...first, 'ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    // stdout stays the command's own: `npm run local-org` prints one line there.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    fail(
      'npm ci failed (its output is above). Check the network and package-lock.json, then run the command again.',
    );
  }
  writeFileSync(stamp, wanted);
}

/** Hands over to the pinned Node, passing signals on and ending with its exit code. */
function run(entry, args) {
  const windows = process.platform === 'win32';
  const bin = path.join(root, 'node_modules', 'node', 'bin');
  const node = path.join(bin, windows ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    fail(
      `The pinned Node is not at ${path.relative(root, node)}. Delete node_modules and run the command again.`,
    );
  }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', entry, ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [bin, path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
    },
  });
  // A terminal sends Ctrl-C to the whole group; a supervisor signals this process alone.
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
