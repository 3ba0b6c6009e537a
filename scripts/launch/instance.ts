import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Credentials } from '../connect/connect-companion.ts';

/** What an earlier start left, so that the next one can skip what is done. */
export interface InstanceState {
  /** Hash of the force-app that was deployed. */
  deployed?: string;
  credentials?: Credentials;
  dataLoaded?: boolean;
  /** What the companion seals kept secrets with, as COMPANION_ENCRYPTION_KEYS takes it. */
  encryptionKeys?: string;
}

/** One set of local data: an org, a companion database, keys and logs in one folder. */
export class Instance {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
    for (const name of ['org', 'companion', 'sf', 'connect', 'logs']) {
      mkdirSync(path.join(folder, name), { recursive: true, mode: 0o700 });
    }
  }

  path(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  read(): InstanceState {
    const file = this.path('state.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as InstanceState) : {};
  }

  /** The keys of kept secrets, made on first use. */
  encryptionKeys(): string {
    const known = this.read().encryptionKeys;
    if (known) return known;
    const encryptionKeys = `local:${randomBytes(32).toString('base64')}`;
    this.update({ encryptionKeys });
    return encryptionKeys;
  }

  /** Adds to the state; written to a second file and renamed, so that a crash leaves the old or the new one. */
  update(change: Partial<InstanceState>): void {
    const file = this.path('state.json');
    writeFileSync(`${file}.new`, JSON.stringify({ ...this.read(), ...change }, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}
