import { apportionTenths } from '../apportion.ts';
import type { Reasoned } from '../scoring-config.ts';
import type { ColumnOdds, OddsPoint } from './describe-model.ts';

/** Each column's part of all that moves the predictions, in hundredths that add up to 1, the largest first. */
export function shareWeights(odds: readonly ColumnOdds[]): Record<string, Reasoned<number>> {
  const sorted = odds.toSorted((a, b) => b.share - a.share || (a.column < b.column ? -1 : 1));
  const hundredths = apportionTenths(
    sorted.map(({ share }) => share),
    100,
  );
  return Object.fromEntries(
    sorted.map((each, index) => [
      each.column,
      { value: Math.round((hundredths[index] ?? 0) * 10) / 100, reason: giveReason(each) },
    ]),
  );
}

/** The comparison of a column that is surest, in words. */
function giveReason({ reference, points }: ColumnOdds): string {
  const sureness = ({ oddsRatio, low, high }: OddsPoint) =>
    Math.abs(Math.log(oddsRatio)) / Math.log(high / low);
  const surest = points.reduce<OddsPoint | null>(
    (best, point) => (best === null || sureness(point) > sureness(best) ? point : best),
    null,
  );
  if (surest === null) return 'Moves nothing.';
  const { label, oddsRatio, low, high } = surest;
  return (
    `With ${label} the odds of loss are ${oddsRatio.toFixed(2)} times those with ${reference}, all else equal ` +
    `(95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}).`
  );
}
