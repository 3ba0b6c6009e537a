import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const MANIFEST = 'manifest.json';

export interface BuildManifest {
  key: string;
  /** Module names, each at `<name>.js` in the build's folder. */
  entries: string[];
  /** Files that the shell imports as it starts. */
  preload: string[];
}

/** Whether a build's folder is whole: its manifest is written last. */
export function isBuilt(folder: string): boolean {
  return existsSync(path.join(folder, MANIFEST));
}

/** The modules that a build holds. */
export function readManifest(folder: string): BuildManifest {
  return JSON.parse(readFileSync(path.join(folder, MANIFEST), 'utf8')) as BuildManifest;
}
