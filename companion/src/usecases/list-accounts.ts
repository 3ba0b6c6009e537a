import type { FieldValue } from '../domain/account-fields.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { ExplainedOverride } from '../domain/override.ts';
import { isStale } from '../domain/validity.ts';
import type { RiskBand } from '../domain/band.ts';
import type { StoredAccount, SyncStore } from './ports.ts';
import type { AccountFilter, AccountQueryStore } from './query-ports.ts';

/** An account in a list. Times and days as text. */
export interface AccountSummary {
  id: string;
  name: string;
  tier: string | null;
  renewalDate: string | null;
  health: number | null;
  healthSource: 'Manual' | 'Calculated' | null;
  healthChange: number | null;
  risk: number | null;
  /** What is shown: set by hand while that holds, else calculated. */
  band: RiskBand | null;
  override: ExplainedOverride | null;
  scoredAt: string | null;
  /** Whether it was not scored again for longer than a score counts. */
  stale: boolean;
  lastTouchpoint: string | null;
  openTickets: number | null;
  lowUsage: boolean | null;
  usageDown: boolean | null;
}

/** A page of accounts; `lastId` is null when nothing comes after. */
export async function listAccounts(
  orgId: string,
  {
    filter,
    afterId,
    limit,
    today,
  }: { filter: AccountFilter; afterId: string; limit: number; today: IsoDate },
  store: AccountQueryStore,
): Promise<{ items: AccountSummary[]; lastId: string | null }> {
  const rows = await store.pageAccounts(orgId, filter, afterId, limit + 1);
  const items = rows.slice(0, limit).map((row) => summarise(row, today));
  return { items, lastId: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One account, or null when it is not stored. */
export async function readAccount(
  orgId: string,
  { accountId, scoredAsOf }: { accountId: string; scoredAsOf: IsoDate | null },
  today: IsoDate,
  store: Pick<SyncStore, 'loadAccounts'>,
): Promise<AccountSummary | null> {
  const [account] = await store.loadAccounts(orgId, [accountId]);
  return account ? summarise({ ...account, scoredAsOf }, today) : null;
}

/** Whether the newest score of an account is older than it counts for. */
export async function isScoreStale(
  orgId: string,
  { accountId, scoredAsOf }: { accountId: string; scoredAsOf: IsoDate | null },
  today: IsoDate,
  store: Pick<SyncStore, 'loadAccounts'>,
): Promise<boolean> {
  const [account] = await store.loadAccounts(orgId, [accountId]);
  return isStale(scoredAsOf, today, account?.lastScore?.config.validDays);
}

type Scored = StoredAccount & { scoredAsOf: IsoDate | null };

function summarise(account: Scored, today: IsoDate): AccountSummary {
  const { accountId, name, signals, current, lastScore, scoredAsOf } = account;
  const number = (field: string) => only(current[field], 'number');
  return {
    id: accountId,
    name,
    tier: signals.tier,
    renewalDate: signals.renewalDate,
    health: lastScore?.health.value ?? null,
    healthSource: lastScore?.health.source ?? null,
    healthChange: number('CS_Health_Change_30d__c'),
    risk: lastScore?.score ?? null,
    band: lastScore?.band ?? null,
    override: lastScore?.override ?? null,
    scoredAt: lastScore?.scoredAt ?? null,
    stale: isStale(scoredAsOf, today, lastScore?.config.validDays),
    lastTouchpoint: only(current['CS_Last_Touchpoint__c'], 'string'),
    openTickets: number('CS_Open_Tickets__c'),
    lowUsage: only(current['CS_Low_Usage__c'], 'boolean'),
    usageDown: only(current['CS_Usage_Down__c'], 'boolean'),
  };
}

type Kinds = { number: number; string: string; boolean: boolean };

function only<K extends keyof Kinds>(value: FieldValue | undefined, kind: K): Kinds[K] | null {
  return typeof value === kind ? (value as Kinds[K]) : null;
}
