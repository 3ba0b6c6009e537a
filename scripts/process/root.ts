import path from 'node:path';

/** The top level of the project. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** Path of a file of the project. */
export function inRoot(...parts: string[]): string {
  return path.join(ROOT, ...parts);
}
