import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../process/root.ts';
import { writePrivate } from './write-private.ts';

/** What connecting did to an org and to this machine, so that it can be repeated and undone. */
export interface ConnectionRecord {
  orgId: string;
  instanceUrl: string;
  /** The External Client App's consumer key and secret, made here. */
  consumerKey?: string;
  consumerSecret?: string;
  /** The integration user, and what of it is our doing. */
  user?: { id: string; username: string; created: boolean };
  /** Ids of the assignments that were made: of the permission set license, and of the permission set. */
  licenseAssignmentId?: string;
  permissionSetAssignmentId?: string;
  appDeployed?: boolean;
  /** The environment file that was written, and which variables of it. */
  envFile?: string;
  envNames?: string[];
}

/** Where records and keys are kept unless said otherwise. */
export const CONNECTIONS = inRoot('.tenure', 'connections');

/** The record of one org in a git-ignored folder that only its owner may read. */
export class ConnectionState {
  readonly folder: string;
  readonly #file: string;

  constructor(orgId: string, parent: string) {
    this.folder = path.join(parent, orgId);
    this.#file = path.join(this.folder, 'connection.json');
  }

  /** What is recorded; null when this org was never connected from here. */
  read(): ConnectionRecord | null {
    return existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as ConnectionRecord) : null;
  }

  /** Adds to the record at once, so that a step that fails later leaves word of those before it. */
  update(
    change: Partial<ConnectionRecord> & Pick<ConnectionRecord, 'orgId' | 'instanceUrl'>,
  ): ConnectionRecord {
    const record = { ...this.read(), ...change };
    writePrivate(this.#file, `${JSON.stringify(record, null, 2)}\n`);
    return record;
  }

  /** Removes the record with the keys beside it. */
  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
