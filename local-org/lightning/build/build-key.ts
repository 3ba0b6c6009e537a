import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LIGHTNING_ROOT, packageRoot } from './paths.ts';

const PACKAGES = ['lwc', 'lightning-base-components', 'vite', 'vite-plugin-lwc', 'typescript'];
const KEY_LENGTH = 16;

/** Names a build by everything that goes into it: the browser code, the build itself and the packages' versions. */
export function buildKey(): string {
  const hash = createHash('sha256');
  for (const name of PACKAGES) hash.update(`${name}@${packageVersion(name)}\0`);
  for (const file of sourceFiles()) {
    hash.update(`${file}\0`).update(readFileSync(path.join(LIGHTNING_ROOT, file)));
  }
  return hash.digest('hex').slice(0, KEY_LENGTH);
}

function packageVersion(name: string): string {
  const manifest = readFileSync(path.join(packageRoot(name), 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

function sourceFiles(): string[] {
  return readdirSync(LIGHTNING_ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.relative(LIGHTNING_ROOT, path.join(entry.parentPath, entry.name)))
    .sort();
}
