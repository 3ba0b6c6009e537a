import type { FieldValue } from '../domain/account-fields.ts';
import { convertValue } from '../domain/mapping/convert-value.ts';
import type { ReadyMapping } from '../domain/mapping/field-mapping.ts';
import { targetOf } from '../domain/mapping/mapping-targets.ts';
import type { ConfigSource } from './config-source.ts';
import type { FieldPlan } from './field-plan.ts';
import type { AccountReading, Clock, OrgIdentity, OrgReader, SyncStore } from './ports.ts';
import { scoreAccount } from './score-account.ts';
import { toStored } from './score-batch.ts';
import type { UsageFeedStore } from './usage-ports.ts';
import { seriesStart } from './usage-series.ts';

/** One own value: what it is, what Tenure holds now, and what it would hold, or why it cannot be read. */
export interface PreviewedValue {
  target: string;
  source: string;
  own: FieldValue;
  now: FieldValue;
  then: { ok: true; value: FieldValue } | { ok: false; problem: string };
}

/** What would become of one account. */
export interface PreviewedAccount {
  accountId: string;
  name: string;
  band: { now: string | null; then: string | null };
  values: PreviewedValue[];
}

export interface PreviewDeps {
  reader: Pick<OrgReader, 'readAccounts' | 'largestAccountIds'>;
  store: Pick<SyncStore, 'loadAccounts'> & Pick<UsageFeedStore, 'readUsageDays'>;
  config: ConfigSource;
  clock: Clock;
}

/** Scores the largest accounts as if the plan held, and says what would be written. Keeps and writes nothing. */
export async function previewMappings(
  { orgId }: OrgIdentity,
  plan: FieldPlan,
  limit: number,
  { reader, store, config, clock }: PreviewDeps,
): Promise<PreviewedAccount[]> {
  const at = clock().toISOString();
  const asOf = at.slice(0, 10);
  const hashed = await config.load(at);
  const ids = await reader.largestAccountIds(limit);
  const [readings, stored, days] = await Promise.all([
    reader.readAccounts(ids, plan.columns),
    store.loadAccounts(orgId, ids),
    store.readUsageDays(orgId, ids, seriesStart(asOf)),
  ]);
  const ordered = readings.toSorted((a, b) => ids.indexOf(a.accountId) - ids.indexOf(b.accountId));
  return ordered.map((reading) => {
    const { accountId, name, current } = reading;
    const before = stored.find((account) => account.accountId === accountId);
    const context = { orgId, config: hashed, plan, asOf, at };
    const account = toStored(reading, before, days.get(accountId), context);
    const scored = scoreAccount(account, hashed, { asOf, scoredAt: at }, null);
    const now = current['CS_Risk_Band__c'];
    return {
      accountId,
      name,
      band: {
        now: typeof now === 'string' ? now : null,
        then: scored.account.lastScore?.band ?? null,
      },
      values: plan.mappings.map((mapping) => previewValue(reading, mapping)),
    };
  });
}

function previewValue({ own = {}, current, facts }: AccountReading, mapping: ReadyMapping): PreviewedValue {
  const { target, source } = mapping;
  const given = own[target] ?? { value: null, name: null };
  const then = convertValue(given, mapping);
  if (target === 'CSM') {
    // People are told by their names.
    const named = then.ok && then.value !== null ? { ok: true as const, value: given.name } : then;
    return { target, source, own: given.name, now: facts.csm?.name ?? null, then: named };
  }
  return { target, source, own: given.value, now: current[targetOf(target).field] ?? null, then };
}
