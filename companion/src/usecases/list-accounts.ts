import type { FieldValue } from '../domain/account-fields.ts';
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
  band: RiskBand | null;
  scoredAt: string | null;
  lastTouchpoint: string | null;
  openTickets: number | null;
  lowUsage: boolean | null;
  usageDown: boolean | null;
}

/** A page of accounts; `lastId` is null when nothing comes after. */
export async function listAccounts(
  orgId: string,
  { filter, afterId, limit }: { filter: AccountFilter; afterId: string; limit: number },
  store: AccountQueryStore,
): Promise<{ items: AccountSummary[]; lastId: string | null }> {
  const rows = await store.pageAccounts(orgId, filter, afterId, limit + 1);
  const items = rows.slice(0, limit).map(summarise);
  return { items, lastId: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One account, or null when it is not stored. */
export async function readAccount(
  orgId: string,
  accountId: string,
  store: Pick<SyncStore, 'loadAccounts'>,
): Promise<AccountSummary | null> {
  const [account] = await store.loadAccounts(orgId, [accountId]);
  return account ? summarise(account) : null;
}

function summarise({ accountId, name, signals, current, lastScore }: StoredAccount): AccountSummary {
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
    scoredAt: lastScore?.scoredAt ?? null,
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
