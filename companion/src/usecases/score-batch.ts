import { findEnteredHealth } from './entered-health.ts';
import { findLapsedNps } from './find-lapsed-nps.ts';
import type { AccountReading, OrgReader, StoredAccount, SyncStore } from './ports.ts';
import { scoreAccount, type HashedConfig } from './score-account.ts';

/** What a batch needs to know of its run. */
export interface BatchContext {
  orgId: string;
  config: HashedConfig;
  asOf: string;
  /** When the run read and scored, ISO 8601: one time for the whole run. */
  at: string;
}

export interface BatchCounts {
  read: number;
  scored: number;
}

/** Reads some accounts afresh, scores them, and keeps the outcome with what is to be written, all or nothing. */
export async function readAndScore(
  accountIds: string[],
  { reader, store }: { reader: OrgReader; store: SyncStore },
  context: BatchContext,
): Promise<BatchCounts> {
  const [readings, stored] = await Promise.all([
    reader.readAccounts(accountIds),
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
  const accounts = readings.map((reading) => toStored(reading, before.get(reading.accountId), context.asOf));
  return { read: readings.length, scored: await keepScored(accounts, store, context) };
}

/** Scores accounts from what was read before: for a new day, on which time alone has moved. */
export async function rescore(
  accountIds: string[],
  store: SyncStore,
  context: BatchContext,
): Promise<BatchCounts> {
  const accounts = await store.loadAccounts(context.orgId, accountIds);
  return { read: 0, scored: await keepScored(accounts, store, context) };
}

async function keepScored(
  accounts: StoredAccount[],
  store: SyncStore,
  context: BatchContext,
): Promise<number> {
  const scored = accounts.map((account) =>
    scoreAccount(account, context.config, { asOf: context.asOf, scoredAt: context.at }),
  );
  await store.keepBatch(context.orgId, {
    asOf: context.asOf,
    readAt: context.at,
    accounts: scored.map(({ account }) => account),
    scores: scored.flatMap(({ score }) => score ?? []),
    pushes: scored.flatMap(({ pushes }) => pushes),
  });
  return scored.length;
}

function toStored(reading: AccountReading, before: StoredAccount | undefined, asOf: string): StoredAccount {
  const { accountId, name, systemModstamp, recordIds, current } = reading;
  const lapsedNps = findLapsedNps(reading, before, asOf);
  const signals = {
    ...reading.signals,
    enteredHealth: findEnteredHealth(reading, before),
    ...(lapsedNps ? { lapsedNps } : {}),
  };
  return {
    accountId,
    name,
    systemModstamp,
    recordIds,
    current,
    signals,
    lastScore: before?.lastScore ?? null,
  };
}
