import { setImmediate as turn } from 'node:timers/promises';
import { findEnteredHealth } from './entered-health.ts';
import type { ScoringConfig } from '../domain/scoring-config.ts';
import type { AccountSignals } from '../domain/signals.ts';
import { findLapsedNps } from './find-lapsed-nps.ts';
import type { FamilyScoreRecord } from './family-ports.ts';
import type { FieldPlan } from './field-plan.ts';
import { mirrorAccount } from '../domain/mapping/mirror-account.ts';
import type {
  AccountReading,
  BatchToKeep,
  HashedConfig,
  OrgReader,
  StoredAccount,
  SyncStore,
} from './ports.ts';
import { scoreAccount, type ScoredAccount } from './score-account.ts';
import type { UsageDayRow, UsageFeedStore } from './usage-ports.ts';
import { seriesStart, toUsageSeries } from './usage-series.ts';

/** What a batch needs to know of its run. */
export interface BatchContext {
  orgId: string;
  config: HashedConfig;
  /** Which fields of the org's own are read in place of Tenure's. */
  plan: FieldPlan;
  asOf: string;
  /** When the run read and scored, ISO 8601: one time for the whole run. */
  at: string;
}

export interface BatchCounts {
  read: number;
  scored: number;
}

type BatchStore = SyncStore & Pick<UsageFeedStore, 'readUsageDays'>;

/** Reads some accounts afresh, scores them, and keeps the outcome with what is to be written, all or nothing. */
export async function readAndScore(
  accountIds: string[],
  { reader, store }: { reader: OrgReader; store: BatchStore },
  context: BatchContext,
): Promise<BatchCounts> {
  const [readings, stored] = await Promise.all([
    reader.readAccounts(accountIds, context.plan.columns),
    store.loadAccounts(context.orgId, accountIds),
  ]);
  const before = new Map(stored.map((account) => [account.accountId, account]));
  const gone = stored.filter(({ accountId }) => !readings.some((reading) => reading.accountId === accountId));
  if (gone.length > 0) {
    await store.forgetAccounts(
      context.orgId,
      gone.map(({ accountId }) => accountId),
    );
  }
  const days = await readDays(
    readings.map(({ accountId }) => accountId),
    store,
    context,
  );
  const accounts = toAccounts(readings, before, days, context);
  return { read: readings.length, scored: await keepScored(accounts, before, store, context) };
}

/** Accounts as they were just read, and what is known of them from before. */
export interface LoadedBatch {
  accounts: StoredAccount[];
  before: Map<string, StoredAccount>;
}

/** Looks up what is known of accounts that are read with all the others, batch by batch. */
export async function* loadEach(
  readings: AsyncIterable<AccountReading[]>,
  store: BatchStore,
  context: BatchContext,
): AsyncGenerator<LoadedBatch> {
  for await (const batch of readings) {
    // Side by side: both wait for no more than what was asked of the database before.
    const ids = batch.map(({ accountId }) => accountId);
    const [stored, days] = await Promise.all([
      store.loadAccounts(context.orgId, ids),
      readDays(ids, store, context),
    ]);
    const before = new Map(stored.map((account) => [account.accountId, account]));
    yield { accounts: toAccounts(batch, before, days, context), before };
  }
}

const readDays = (ids: string[], store: BatchStore, { orgId, asOf }: BatchContext) =>
  store.readUsageDays(orgId, ids, seriesStart(asOf));

const toAccounts = (
  readings: AccountReading[],
  before: Map<string, StoredAccount>,
  days: Map<string, UsageDayRow[]>,
  context: BatchContext,
) =>
  readings.map((reading) =>
    toStored(reading, before.get(reading.accountId), days.get(reading.accountId), context),
  );

/** Scores accounts from what was read before: for a new day, on which time alone has moved, or another configuration. */
export async function rescore(
  accountIds: string[],
  store: SyncStore,
  context: BatchContext,
): Promise<BatchCounts> {
  const accounts = await store.loadAccounts(context.orgId, accountIds);
  const before = new Map(accounts.map((account) => [account.accountId, account]));
  return { read: 0, scored: await keepScored(accounts, before, store, context) };
}

/** Scores accounts, and keeps the outcome with the risks of `families`, all or nothing. */
export async function keepScored(
  accounts: StoredAccount[],
  before: Map<string, StoredAccount>,
  store: SyncStore,
  context: BatchContext,
  families: FamilyScoreRecord[] = [],
): Promise<number> {
  await store.keepBatch(context.orgId, {
    ...(await scoreLoaded({ accounts, before }, store, context)),
    families,
  });
  return accounts.length;
}

/** Scores accounts: what is to be kept of them. */
export async function scoreLoaded(
  { accounts, before }: LoadedBatch,
  store: SyncStore,
  { orgId, config, asOf, at }: BatchContext,
): Promise<BatchToKeep> {
  const earlier = await loadEarlierConfigs(orgId, config.hash, accounts, store);
  const scored: ScoredAccount[] = [];
  for (const account of accounts) {
    // The process looks after everything else in between, such as what the database waits for.
    await turn();
    const known = before.get(account.accountId);
    const past = known && {
      signals: known.signals,
      facts: known.facts,
      config: earlier.get(known.lastScore?.config.hash ?? '') ?? null,
    };
    scored.push(scoreAccount(account, config, { asOf, scoredAt: at }, past ?? null));
  }
  return {
    asOf,
    readAt: at,
    configHash: config.hash,
    accounts: scored.map(({ account }) => account),
    scores: scored.flatMap(({ score }) => score ?? []),
    pushes: scored.flatMap(({ pushes }) => pushes),
  };
}

/** The configurations other than the present one that these accounts were scored with, by their hash. */
async function loadEarlierConfigs(
  orgId: string,
  present: string,
  accounts: StoredAccount[],
  store: SyncStore,
): Promise<Map<string, ScoringConfig>> {
  const hashes = new Set(accounts.flatMap(({ lastScore }) => lastScore?.config.hash ?? []));
  const earlier = new Map<string, ScoringConfig>();
  for (const hash of hashes) {
    const config = hash === present ? null : await store.findConfig(orgId, hash);
    if (config) earlier.set(hash, config);
  }
  return earlier;
}

/** What is kept of an account that was read just now, with the org's own values in their place. */
export function toStored(
  reading: AccountReading,
  before: StoredAccount | undefined,
  days: UsageDayRow[] | undefined,
  { asOf, plan }: BatchContext,
): StoredAccount {
  const { accountId, name, externalKey, systemModstamp, recordIds, current, parentId, arr } = reading;
  const lapsedNps = findLapsedNps(reading, before, asOf);
  const usageDays = toUsageSeries(days ?? []);
  const asKept: AccountSignals = {
    ...reading.signals,
    ...(usageDays ? { usageDays } : {}),
    enteredHealth: findEnteredHealth(reading, before),
    ...(lapsedNps ? { lapsedNps } : {}),
  };
  const known = before?.signals.enteredHealth ?? null;
  if (plan.holdsHealth && known?.source !== undefined) asKept.enteredHealth = known;
  const { signals, facts, mirrored } = mirrorAccount(
    { signals: asKept, facts: reading.facts, own: reading.own ?? {} },
    plan.mappings,
    { known, today: asOf },
  );
  const { CS_ARR__c: ownArr = arr } = mirrored.fields;
  return {
    accountId,
    name,
    externalKey,
    parentId: parentId ?? null,
    arr: typeof ownArr === 'number' ? ownArr : null,
    systemModstamp,
    recordIds,
    current,
    facts,
    signals,
    mirrored: plan.mappings.length === 0 ? null : mirrored,
    lastScore: before?.lastScore ?? null,
    family: before?.family ?? null,
  };
}
