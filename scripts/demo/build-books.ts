import { addDays } from '../dates/calendar-day.ts';
import type { BookEntry } from '../workload/build-workload-history.ts';
import type { PersonaKey } from './personas.ts';
import type { Tale } from './types.ts';

const DAYS_A_MONTH = 30;
/** Below this health an account of the demo counted as at risk in the past. */
const AT_RISK_HEALTH = 50;

/** Who looked after what in the past weeks; churned accounts are nobody's. */
export function buildBooks(tales: readonly Tale[]): ReadonlyMap<PersonaKey, readonly BookEntry[]> {
  const kept = tales.filter(({ story }) => story.status !== 'Churned');
  const books = Map.groupBy(kept, ({ account }) => account.csm);
  return new Map([...books].map(([csm, own]) => [csm, own.map(toEntry)]));
}

function toEntry({ today, account, story }: Tale): BookEntry {
  const since = story.health.findIndex((health) => health !== null && health < AT_RISK_HEALTH);
  const monthsAgo = story.health.length - 1 - since;
  const isAtRisk = since >= 0 && (story.health.at(-1) ?? 100) < AT_RISK_HEALTH;
  return {
    key: account.key,
    tier: account.tier,
    arr: account.arr,
    renewalDate: account.renewalInDays === null ? null : addDays(today, account.renewalInDays),
    atRiskFrom: isAtRisk ? addDays(today, -monthsAgo * DAYS_A_MONTH) : null,
  };
}
