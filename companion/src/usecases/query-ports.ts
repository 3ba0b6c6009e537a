import type { IsoDate } from '../domain/dates.ts';
import type { RiskBand } from '../domain/band.ts';
import type { AccountHistory, AccountOutcome } from '../domain/backtest/rewind-signals.ts';
import type { ScoringConfig } from '../domain/scoring-config.ts';
import type { AccountSignals } from '../domain/signals.ts';
import type { JobRun, OrgIdentity, ScoreRecord, StoredAccount } from './ports.ts';

/** What those who ask the companion something need from outside; `ports.ts` has what its own work needs. */

/** Where a page ends: the sort value and the id of its last row. */
export interface PageEnd {
  value: string;
  id: string;
}

/** A score as it was kept. */
export type KeptScore = ScoreRecord & { id: string };

export interface ScoreHistoryStore {
  /** The score that stood at the end of a day: the last that was made as of that day or before. */
  findScoreOn(orgId: string, accountId: string, day: IsoDate): Promise<KeptScore | null>;
  findConfig(orgId: string, hash: string): Promise<ScoringConfig | null>;
  /** The scores of an account, the newest first, after the end of the page before. */
  pageScores(orgId: string, accountId: string, after: PageEnd | null, limit: number): Promise<KeptScore[]>;
  /** Of each account the newest score as of a day from `from` to `to`. */
  findScoresBetween(
    orgId: string,
    asked: { accountId: string; from: IsoDate; to: IsoDate }[],
  ): Promise<Map<string, { asOf: IsoDate; inputs: AccountSignals }>>;
  /** Of each account that was scored as of a day from `from` to `to`, what its newest score of them says. */
  findStandings(orgId: string, from: IsoDate, to: IsoDate): Promise<AccountStanding[]>;
}

/** How an account stood by a score. */
export interface AccountStanding {
  accountId: string;
  riskScore: number | null;
  riskBand: RiskBand | null;
  health: number | null;
}

/** Which accounts to list. */
export interface AccountFilter {
  band: string | null;
}

export interface AccountQueryStore {
  /** The orgs that the database knows. */
  orgs(): Promise<OrgIdentity[]>;
  /** Accounts by their id, of 15 or 18 characters, or by their exact name. */
  findAccounts(
    orgId: string,
    idOrName: string,
  ): Promise<{ accountId: string; name: string; scoredAsOf: IsoDate | null }[]>;
  /** Accounts in the order of their ids, after one. */
  pageAccounts(
    orgId: string,
    filter: AccountFilter,
    afterId: string,
    limit: number,
  ): Promise<(StoredAccount & { scoredAsOf: IsoDate | null })[]>;
  namesOf(orgId: string, accountIds: string[]): Promise<Map<string, string>>;
  /** Runs of jobs, the newest first, after the end of the page before. */
  pageRuns(orgId: string, after: PageEnd | null, limit: number): Promise<JobRun[]>;
}

/** Something that happened to an account, or was found of it. */
export interface FeedItem {
  /** Stable: the same thing has the same id in every answer. */
  id: string;
  kind: 'touchpoint' | 'change' | 'score' | 'alert';
  /** When it happened; of a day its beginning. */
  at: string;
  title: string;
  detail: string | null;
  record: { object: string; id: string } | null;
}

export interface FeedStore {
  /** What happened to an account up to a moment, the newest first, after the end of the page before. */
  pageFeed(
    orgId: string,
    accountId: string,
    page: { until: string; after: PageEnd | null; limit: number },
  ): Promise<FeedItem[]>;
}

/** What a key may read. */
export const READ_SCOPES = ['accounts:read', 'portfolio:read', 'alerts:read', 'jobs:read'] as const;
/** What a key may do: to write it has to be named. */
export const API_SCOPES = [...READ_SCOPES, 'usage:write'] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** A key of the HTTP API as it is kept: never the key itself. */
export interface ApiKey {
  id: string;
  name: string;
  /** The first characters of the key, to tell it by. */
  prefix: string;
  scopes: ApiScope[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export interface ApiKeyStore {
  createKey(
    orgId: string,
    key: Omit<ApiKey, 'id' | 'lastUsedAt' | 'revokedAt'>,
    hash: string,
  ): Promise<ApiKey>;
  listKeys(orgId: string): Promise<ApiKey[]>;
  /** False when there is no such key, or it was revoked before. */
  revokeKey(orgId: string, id: string, at: string): Promise<boolean>;
  /** The org that a key is for; null when it is unknown. */
  orgOfKey(hash: string): Promise<string | null>;
  findKey(orgId: string, hash: string): Promise<ApiKey | null>;
  markKeyUsed(id: string, at: string): Promise<void>;
}

/** Reads the past of an org: who left, who renewed, and what was known of them. */
export interface OutcomeReader {
  /** Accounts whose last decision is over, and how many cannot be told. */
  readOutcomes(today: IsoDate): Promise<{ outcomes: AccountOutcome[]; undated: number }>;
  /** Everything of some accounts from a day on. */
  readHistories(accountIds: string[], since: IsoDate): Promise<Map<string, AccountHistory>>;
}
