import { globSync, readFileSync } from 'node:fs';
import { inRoot, ROOT } from '../process/root.ts';

/** A page of the documentation. */
export interface Doc {
  /** From the top level, with slashes. */
  file: string;
  text: string;
}

/** Every page that a reader is sent to: README, CONTRIBUTING and all of docs/. */
export function readDocs(): Doc[] {
  return globSync(['README.md', 'CONTRIBUTING.md', 'docs/**/*.md'], { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(inRoot(file), 'utf8') }));
}
