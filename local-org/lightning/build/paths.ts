import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** `local-org/lightning`: the browser code and what builds it. */
export const LIGHTNING_ROOT = path.resolve(import.meta.dirname, '..');

/** Where builds go, one folder a key. Not under version control. */
export const BUILD_ROOT = path.resolve(LIGHTNING_ROOT, '..', 'dist', 'lightning');

/** The folder of an installed package, whatever its `exports` allow. */
export function packageRoot(name: string): string {
  const folder = (require.resolve.paths(name) ?? [])
    .map((modules) => path.join(modules, name))
    .find((candidate) => existsSync(path.join(candidate, 'package.json')));
  if (!folder) throw new Error(`The package "${name}" is not installed; run npm ci at the top level.`);
  return folder;
}
