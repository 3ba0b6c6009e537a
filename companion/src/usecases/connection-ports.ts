/** What connections to orgs need from outside; `ports.ts` has what the work on an org needs. */

export const CONNECTION_FLOWS = ['client-credentials', 'jwt-bearer', 'web-server'] as const;
/** How the companion proves to an org who it is. */
export type ConnectionFlow = (typeof CONNECTION_FLOWS)[number];

/** A connection as it is kept: what is secret is sealed. */
export interface OrgConnectionRecord {
  id: string;
  /** What people call it; unique. */
  name: string;
  /** Known once it has logged in. */
  orgId: string | null;
  loginUrl: string;
  flow: ConnectionFlow;
  clientId: string;
  /** For jwt-bearer: whom the companion logs in as. */
  username: string | null;
  /** The consumer secret; null where the app needs none. */
  sealedSecret: string | null;
  /** The private key of jwt-bearer, or the refresh token of web-server; null until a person has agreed. */
  sealedGrant: string | null;
  /** Whether change events of the org wake syncs. */
  changeEvents: boolean;
  createdAt: string;
  updatedAt: string;
}

/** Either of the two sealed parts of a connection. */
export type SealedPart = 'sealedSecret' | 'sealedGrant';

export interface ConnectionStore {
  listConnections(): Promise<OrgConnectionRecord[]>;
  /** False when there is one of that name. */
  addConnection(connection: Omit<OrgConnectionRecord, 'id' | 'updatedAt'>): Promise<boolean>;
  /** False when there is none of that name. */
  removeConnection(name: string): Promise<boolean>;
  /** False when there is none of that name. */
  setChangeEvents(name: string, changeEvents: boolean, at: string): Promise<boolean>;
  noteLogin(id: string, orgId: string, at: string): Promise<void>;
  /** Puts another sealed part in the place of one; false when it is no longer that one. */
  replaceSealed(
    id: string,
    part: SealedPart,
    was: string | null,
    sealed: string,
    at: string,
  ): Promise<boolean>;
  /**
   * Takes the refresh token for one use until a time: an app that rotates tokens ends them all when one is used twice,
   * so that of several replicas only one may renew a session. Null while another has it.
   */
  claimGrant(id: string, now: string, until: string): Promise<{ sealedGrant: string | null } | null>;
  /** Gives the refresh token back, a rotated one in its place. */
  releaseGrant(id: string, sealedGrant: string | null, at: string): Promise<void>;
}

/** Something that was handed to a browser and has to come back once, by the hash of it. */
export interface ConnectAttempt {
  hash: string;
  connectionId: string;
  /** The PKCE verifier; null for a ticket, which only starts the flow. */
  sealedVerifier: string | null;
  expiresAt: string;
}

export interface ConnectAttemptStore {
  saveAttempt(attempt: ConnectAttempt): Promise<void>;
  /** The attempt, which is thereby used up; null when it is unknown or over. */
  takeAttempt(hash: string, now: string): Promise<ConnectAttempt | null>;
}

/** Seals what has to be kept. `context` says whose secret it is; it has to be given again to open it. */
export interface Sealer {
  seal(secret: string, context: string): string;
  open(sealed: string, context: string): string;
  isOutdated(sealed: string): boolean;
}

/** The org's side of the web-server flow. */
export interface BrowserLogin {
  /** Where to send the browser. */
  authorizeUrl(ask: {
    loginUrl: string;
    clientId: string;
    redirectUri: string;
    state: string;
    challenge: string;
  }): string;
  /** Changes the code that came back for a refresh token. */
  redeemCode(ask: {
    loginUrl: string;
    clientId: string;
    clientSecret: string | null;
    redirectUri: string;
    code: string;
    verifier: string;
  }): Promise<{ refreshToken: string; orgId: string }>;
}
