/** What the doctor asks of the org and of the database. Each may throw: that is a finding then. */

/** What of the environment is set; never a value. */
export interface EnvironmentFacts {
  set: string[];
  /** One line for each variable that is wrong or missing. */
  problems: string[];
  /** Variables that look like ours, and that nothing reads. */
  unknown: string[];
}

export interface DatabaseFacts {
  kind: 'embedded' | 'server';
  /** As PostgreSQL tells it, such as 16.4. */
  version: string;
  bytes: number;
  /** The clock of the server, milliseconds since 1970. */
  nowMs: number;
  migrations: DatabaseMigrations;
  /** Null before the queue was used for the first time. */
  queue: { waiting: number; oldestWaitingSeconds: number; failedInADay: number } | null;
}

/** How the migrations of this version stand to those of a database. */
export interface DatabaseMigrations {
  applied: number;
  pending: string[];
  /** Applied by another version, which is newer. */
  unknown: string[];
  /** Begun, and never ended. */
  broken: string[];
}

/** Something that is kept sealed, and whose it is. */
export interface SealedSecret {
  what: string;
  sealed: string;
  context: string;
}

export interface DatabaseProbe {
  facts(): Promise<DatabaseFacts>;
}

export interface SealedSecretStore {
  sealedWebhooks(): Promise<SealedSecret[]>;
}

/** What an org says of an object to whoever is logged in. */
export interface ObjectAccess {
  creates: boolean;
  edits: boolean;
  /** Field → whether it may be set on a new record, and changed on an old one. Hidden fields are not there. */
  fields: Map<string, { creates: boolean; edits: boolean }>;
}

/** What the companion does with an object. */
export interface NeededObject {
  object: string;
  creates: boolean;
  edits: boolean;
  reads: string[];
  writes: string[];
}

export interface OrgFacts {
  orgId: string;
  name: string;
  edition: string;
  isSandbox: boolean;
  instanceUrl: string;
  username: string;
  /** The version that the companion speaks, and the newest that the org does. */
  apiVersion: { used: string; newest: string };
  /** Of the org's API calls in 24 hours; null where it does not say. */
  calls: { used: number; limit: number } | null;
  /** The clock of the org, milliseconds since 1970; null where it does not say. */
  nowMs: number | null;
  /** The license of the user; null where she may not see it. */
  license: string | null;
  /** Permission sets of the user; null where she may not see them. */
  permissionSets: string[] | null;
  hasNotificationType: boolean;
}

export interface OrgProbe {
  readonly needs: readonly NeededObject[];
  facts(): Promise<OrgFacts>;
  /** Null for an object that is not there for whoever is logged in. */
  describe(object: string): Promise<ObjectAccess | null>;
  /** How many records there are of an object, of the active ones if so told. */
  count(object: string, which: 'all' | 'active'): Promise<number>;
}
