import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { isBuilt } from './built.ts';

/** The current build and the one before it. */
const KEPT = 2;
/** A process started lately may still serve the build that it found. */
const YOUNG_MS = 60 * 60 * 1000;

/** Removes old builds: neither among the newest nor young. Folders of builds under way are left alone. */
export function pruneBuilds(root: string, now = Date.now()): void {
  const builds = readdirSync(root)
    .map((name) => path.join(root, name))
    .filter(isBuilt)
    .map((folder) => ({ folder, builtAt: statSync(folder).mtimeMs }))
    .sort((a, b) => b.builtAt - a.builtAt);
  for (const { folder, builtAt } of builds.slice(KEPT)) {
    if (now - builtAt > YOUNG_MS) rmSync(folder, { recursive: true, force: true });
  }
}
