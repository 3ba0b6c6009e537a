import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of a test, which takes itself away. */
export interface TempFolder {
  path: string;
  /** Writes a file there. */
  write(name: string, content: string | Buffer): string;
  remove(): void;
}

/** Makes a folder for a test. */
export function makeTempFolder(): TempFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenure-csv-'));
  return {
    path: folder,
    write(name, content) {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
