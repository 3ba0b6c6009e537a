import { daysBetween } from 'c/csFormat';
import type { UsagePeriod } from 'c/csAccountStory';
import { endOf } from './usageSeries';

/** How far one feature is adopted. */
export interface FeatureAdoption {
  name: string;
  /** Uses in the newest month; 0 for a feature that is not used any more. */
  uses: number;
  /** Of all uses in that month, 0–1. */
  share: number;
  /** The first day of the first period with a use of it, and the last day of the last one. */
  since: string;
  until: string;
  /** Whether the first period is the first that names features: it may have been used for longer. */
  isFromStart: boolean;
}

/** The newest month: periods that end so many days before the newest one, and later. */
const RECENT_DAYS = 28;

/** The features of an account, those used most first, then those not used any more, the latest first. */
export function listFeatures(periods: readonly UsagePeriod[], today: string): FeatureAdoption[] {
  const named = periods
    .filter(({ features, start }) => features !== null && start <= today)
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  const newest = named.map(endOf).sort().at(-1);
  const first = named[0]?.start;
  if (newest === undefined || first === undefined) return [];
  const found = new Map<string, FeatureAdoption>();
  for (const period of named) {
    const isRecent = daysBetween(endOf(period), newest) < RECENT_DAYS;
    for (const [name, uses] of Object.entries(period.features ?? {})) {
      const known = found.get(name) ?? startOf(name, period, first);
      const until = endOf(period) > known.until ? endOf(period) : known.until;
      found.set(name, { ...known, until, uses: known.uses + (isRecent ? uses : 0) });
    }
  }
  const all = [...found.values()];
  const total = all.reduce((sum, { uses }) => sum + uses, 0);
  return all.map((feature) => ({ ...feature, share: total === 0 ? 0 : feature.uses / total })).sort(byUse);
}

function startOf(name: string, period: UsagePeriod, first: string): FeatureAdoption {
  return {
    name,
    uses: 0,
    share: 0,
    since: period.start,
    until: endOf(period),
    isFromStart: period.start === first,
  };
}

/** The most used first, then those whose last use is latest, then by name. */
function byUse(a: FeatureAdoption, b: FeatureAdoption): number {
  if (a.uses !== b.uses) return b.uses - a.uses;
  if (a.until !== b.until) return a.until < b.until ? 1 : -1;
  return a.name < b.name ? -1 : 1;
}
