import {
  countOf,
  formatChange,
  formatDay,
  formatMoney,
  formatMoneyShort,
  formatNumber,
  formatShare,
} from 'c/csFormat';
import { MEASURES, formatMeasure } from 'c/csExecutiveMeasures';
import type { Measure, MeasureKey, Totals } from 'c/csExecutiveMeasures';
import type { ExecutiveTileView, TileChange } from 'c/csExecutiveTile';
import { promoterScore } from 'c/csPromoterScore';

/** With fewer people the range of a score is wider than the score says: docs/metrics.md, NPS. */
const MIN_PEOPLE = 5;

const TILES: readonly MeasureKey[] = [
  'arr',
  'arrAtRisk',
  'renewals',
  'forecast',
  'accounts',
  'grr',
  'nrr',
  'health',
  'nps',
  'openAlerts',
];

/** What a book of one CSM is told of: no more than her accounts as they are. */
const BOOK_TILES: readonly MeasureKey[] = ['arr', 'arrAtRisk', 'renewals', 'health'];

/** The totals of a day with those they are compared with, and the trend that leads to them, the oldest first. */
export interface Compared {
  totals: Totals;
  before: Totals | null;
  trend: readonly Totals[];
}

/** The tiles of all customers or of a segment. */
export function viewTiles(compared: Compared): ExecutiveTileView[] {
  return TILES.map((key) => viewTile(MEASURES[key], compared));
}

/** The tiles of a book. */
export function viewBookTiles(totals: Totals): ExecutiveTileView[] {
  return BOOK_TILES.map((key) => ({
    ...viewTile(MEASURES[key], { totals, before: null, trend: [] }),
    noChange: '',
  }));
}

function viewTile(measure: Measure, { totals, before, trend }: Compared): ExecutiveTileView {
  const value = valueOf(measure, totals);
  const points = trend.flatMap((each) => {
    const point = measure.valueOf(each);
    return point === null ? [] : [{ day: each.asOf, value: point }];
  });
  return {
    key: measure.key,
    label: measure.label,
    value: measure.key === 'nps' && value !== null ? formatChange(value) : formatMeasure(measure, value),
    details: detailsOf(measure.key, totals),
    change: changeOf(measure, totals, before),
    noChange:
      before === null ? 'No totals of a quarter before to compare with' : 'Not known a quarter before',
    points,
    trend: describeTrend(measure, points),
    canOpen: value !== null,
  };
}

/** How a number moved since the totals before, and whether that is good; null where either is not known. */
export function changeOf(measure: Measure, totals: Totals, before: Totals | null): TileChange | null {
  const [now, then] = [valueOf(measure, totals), before && valueOf(measure, before)];
  if (before === null || now === null || then === null) return null;
  const since = `since ${formatDay(before.asOf)}`;
  const change = Math.round((now - then) * 100) / 100;
  if (change === 0) return { direction: 'level', tone: 'neutral', text: `No change ${since}` };
  const direction = change > 0 ? 'up' : 'down';
  const tone = measure.better === 0 ? 'neutral' : Math.sign(change) === measure.better ? 'better' : 'worse';
  const judged = tone === 'neutral' ? '' : `: ${tone}`;
  const amount = formatAmount(measure, Math.abs(change));
  return { direction, tone, text: `${change > 0 ? 'Up' : 'Down'} ${amount} ${since}${judged}` };
}

function formatAmount({ kind }: Measure, amount: number): string {
  if (kind === 'money') return formatMoneyShort(amount);
  return kind === 'count' ? formatNumber(amount) : countOf(amount, 'point');
}

function valueOf(measure: Measure, totals: Totals): number | null {
  const isTooFew = measure.key === 'nps' && peopleOf(totals) < MIN_PEOPLE;
  return isTooFew ? null : measure.valueOf(totals);
}

/** How many people answered. */
export function peopleOf({ promoters, passives, detractors }: Totals): number {
  return (promoters ?? 0) + (passives ?? 0) + (detractors ?? 0);
}

/** The range in which the NPS lies, as text; empty where it is not told. */
export function npsRange({ promoters, passives, detractors }: Totals): string {
  const score = promoterScore({
    promoters: promoters ?? 0,
    passives: passives ?? 0,
    detractors: detractors ?? 0,
  });
  return score ? `${formatChange(Math.round(score.low))} and ${formatChange(Math.round(score.high))}` : '';
}

function missing(count: number | null, what: string): string[] {
  return count ? [`${countOf(count, 'account')} without ${what}`] : [];
}

function detailsOf(key: MeasureKey, totals: Totals): string[] {
  switch (key) {
    case 'accounts':
      return ['Not churned', ...missing(totals.unscored, 'a risk score')];
    case 'arr':
      return [countOf(totals.accounts, 'customer'), ...missing(totals.withoutArr, 'ARR')];
    case 'arrAtRisk': {
      const share = totals.arr > 0 ? `, ${formatShare(totals.arrAtRisk / totals.arr)} of ARR` : '';
      return [`${countOf(totals.atRisk, 'account')}${share}`];
    }
    case 'renewals':
      return [countOf(totals.renewals, 'renewal')];
    case 'forecast':
      return totals.forecast !== null && totals.renewalsArr > 0
        ? [`${formatShare(totals.forecast / totals.renewalsArr)} of what renews in 90 days`]
        : [];
    case 'grr':
    case 'nrr':
      return retentionDetails(key, totals).concat(missing(totals.withoutHistory, 'a known past'));
    case 'health':
      return ['Out of 100', ...missing(totals.withoutHealth, 'health')];
    case 'nps':
      return npsDetails(totals);
    case 'openAlerts':
      return [totals.openAlerts === null ? 'Not counted on this day' : 'Raised and not resolved'];
    default:
      return [];
  }
}

function retentionDetails(key: 'grr' | 'nrr', totals: Totals): string[] {
  const now = key === 'grr' ? totals.retainedArr : totals.arrOfYearAgoCustomers;
  if (totals.arrYearAgo === null || now === null || totals[key] === null)
    return ['The year before is not known yet'];
  return [`${formatMoneyShort(now)} of ${formatMoneyShort(totals.arrYearAgo)} a year before`];
}

function npsDetails(totals: Totals): string[] {
  const people = peopleOf(totals);
  if (people === 0) return ['Nobody answered within a year'];
  if (people < MIN_PEOPLE) return [`${countOf(people, 'person', 'people')} answered: too few for a score`];
  return [
    `Between ${npsRange(totals)} (95%), ${countOf(people, 'person', 'people')}`,
    `${countOf(totals.promoters ?? 0, 'promoter')}, ${countOf(totals.passives ?? 0, 'passive')}, ${countOf(totals.detractors ?? 0, 'detractor')}`,
  ];
}

function describeTrend(measure: Measure, points: readonly { day: string; value: number }[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return `${measure.label}: nothing earlier.`;
  const text = ({ day, value }: { day: string; value: number }) =>
    `${measure.kind === 'money' ? formatMoney(value) : formatMeasure(measure, value)} on ${formatDay(day)}`;
  return `${measure.label}: from ${text(first)} to ${text(last)}.`;
}
