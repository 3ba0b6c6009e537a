import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildKey } from '../../lightning/build/build-key.ts';
import { isBuilt, readManifest, type BuildManifest } from '../../lightning/build/built.ts';
import { BUILD_ROOT, LIGHTNING_ROOT } from '../../lightning/build/paths.ts';

export interface StaticBuild extends BuildManifest {
  folder: string;
}

let current: Promise<StaticBuild> | undefined;

/**
 * The browser code that every page shares, built in a process of its own the first time a page needs it, so
 * that the org answers meanwhile. `node local-org/lightning/build.ts` does it ahead of time.
 */
export function staticBuild(): Promise<StaticBuild> {
  current ??= findOrBuild().catch((error: unknown) => {
    current = undefined;
    throw error;
  });
  return current;
}

async function findOrBuild(): Promise<StaticBuild> {
  const folder = path.join(BUILD_ROOT, buildKey());
  if (!isBuilt(folder)) await runBuild();
  return { folder, ...readManifest(folder) };
}

function runBuild(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = path.join(LIGHTNING_ROOT, 'build.ts');
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Building the Lightning pages failed (exit code ${code}); its output is above.`));
    });
  });
}
