import { countOf, daysBetween, formatChange, formatNumber } from 'c/csFormat';
import type { FocusAccount } from './csFocusQuery';

/** A renewal this many days ahead needs a next step; the query asks for the same. */
export const RENEWAL_SOON_DAYS = 30;

/**
 * What each reason weighs, from its least to its most pressing case. A contract that ends with nothing planned is
 * lost first; risk says how likely a loss is; an overdue touch is the cheapest to mend; a decline warns early.
 * Several reasons add up.
 */
const WEIGHTS = {
  renewal: { least: 40, most: 70 },
  atRisk: { least: 30, most: 50 },
  overdue: { least: 15, most: 30 },
  declining: { least: 10, most: 20 },
};

/** From this score on an account is as much at risk as can be told; the band begins at 70. */
const RISK_RANGE = { from: 70, to: 100 };
/** An overdue touch does not grow more pressing after this many days. */
const OVERDUE_MOST_DAYS = 30;
/** A decline does not grow more pressing beyond this many points in 30 days. */
const DECLINE_MOST_POINTS = 20;

/** Why an account asks for attention. */
export interface Reason {
  key: keyof typeof WEIGHTS;
  text: string;
  /** Higher asks more. */
  weight: number;
}

/** Why an account asks for attention on the day `today`, the most pressing reason first; empty if it does not. */
export function reasonsFor(account: FocusAccount, today: string): Reason[] {
  return [renewal(account, today), atRisk(account), overdue(account, today), declining(account)]
    .filter((reason) => reason !== undefined)
    .sort((a, b) => b.weight - a.weight);
}

function renewal({ renewal: day, planned }: FocusAccount, today: string): Reason | undefined {
  if (!day || planned) return undefined;
  const left = daysBetween(today, day);
  if (left > RENEWAL_SOON_DAYS) return undefined;
  const text =
    left < 0
      ? `Renewal was due ${countOf(-left, 'day')} ago and nothing is planned`
      : `Renews ${left === 0 ? 'today' : `in ${countOf(left, 'day')}`} and nothing is planned`;
  return { key: 'renewal', text, weight: weigh('renewal', 1 - left / RENEWAL_SOON_DAYS) };
}

function atRisk({ band, risk }: FocusAccount): Reason | undefined {
  if (band !== 'At Risk') return undefined;
  if (risk === null) return { key: 'atRisk', text: 'At risk', weight: weigh('atRisk', 0) };
  const share = (risk - RISK_RANGE.from) / (RISK_RANGE.to - RISK_RANGE.from);
  return { key: 'atRisk', text: `At risk: ${formatNumber(risk)} of 100`, weight: weigh('atRisk', share) };
}

function overdue({ touchDue, planned }: FocusAccount, today: string): Reason | undefined {
  const late = touchDue ? daysBetween(touchDue, today) : 0;
  if (late <= 0) return undefined;
  return {
    key: 'overdue',
    text: `Touchpoint overdue by ${countOf(late, 'day')}${planned ? '' : ' (by its cadence)'}`,
    weight: weigh('overdue', late / OVERDUE_MOST_DAYS),
  };
}

function declining({ trend, change }: FocusAccount): Reason | undefined {
  if (trend !== 'Declining') return undefined;
  const text = change === null ? 'Health is declining' : `Health ${formatChange(change)} points in 30 days`;
  return { key: 'declining', text, weight: weigh('declining', -(change ?? 0) / DECLINE_MOST_POINTS) };
}

function weigh(key: keyof typeof WEIGHTS, share: number): number {
  const { least, most } = WEIGHTS[key];
  return least + (most - least) * Math.min(1, Math.max(0, share));
}
