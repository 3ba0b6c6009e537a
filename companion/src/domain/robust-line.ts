/** A point of a series; `x` in whatever unit the slope is wanted per. */
export interface SeriesPoint {
  x: number;
  y: number;
}

/** The direction of a series. `low` and `high` bound the slope with 90 % confidence. */
export interface RobustLine {
  /** Change of `y` for one step of `x`. */
  slope: number;
  low: number;
  high: number;
  /** How sure it is that the series moves at all in the direction of the slope, 0–1. */
  confidence: number;
}

/** The normal quantile of a two-sided interval of 90 %. */
const Z_90 = 1.6449;

/**
 * Theil–Sen: the slope is the median of the slopes between all pairs of points, so that a score in four can be off
 * by any amount and the direction stands (breakdown point 29 %). The interval takes the ranks of those slopes that
 * Kendall's statistic allows; the confidence is 1 − p of the Mann–Kendall test, with its corrections for ties and
 * continuity. No order of the points matters. Null with fewer than three points, or all at one `x`.
 *
 * P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968) 1379–1389;
 * R. O. Gilbert, "Statistical Methods for Environmental Pollution Monitoring" (1987), 16.4–17.3.
 */
export function fitRobustLine(points: readonly SeriesPoint[]): RobustLine | null {
  const slopes = pairSlopes(points).sort((a, b) => a - b);
  if (points.length < 3 || slopes.length === 0) return null;
  const deviation = Math.sqrt(varianceOf(points));
  const reach = Z_90 * deviation;
  const outside = Math.max(1, Math.round((slopes.length - reach) / 2));
  const score = Math.abs(slopes.reduce((sum, slope) => sum + Math.sign(slope), 0));
  const z = score === 0 || deviation === 0 ? 0 : (score - 1) / deviation;
  return {
    slope: medianOf(slopes),
    low: slopes[outside - 1] ?? 0,
    high: slopes[slopes.length - outside] ?? 0,
    confidence: 1 - 2 * (1 - normalShare(z)),
  };
}

function pairSlopes(points: readonly SeriesPoint[]): number[] {
  return points.flatMap((a, index) =>
    points.slice(index + 1).flatMap((b) => (a.x === b.x ? [] : [slopeBetween(a, b)])),
  );
}

/** Level is plain 0, whichever of the two comes first: never −0. */
function slopeBetween(a: SeriesPoint, b: SeriesPoint): number {
  return a.y === b.y ? 0 : (b.y - a.y) / (b.x - a.x);
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

/** Variance of Kendall's S when nothing moves; values that occur more than once can differ in less. */
function varianceOf(points: readonly SeriesPoint[]): number {
  const counts = new Map<number, number>();
  for (const { y } of points) counts.set(y, (counts.get(y) ?? 0) + 1);
  const part = (n: number) => n * (n - 1) * (2 * n + 5);
  const ties = [...counts.values()].reduce((sum, count) => sum + part(count), 0);
  return (part(points.length) - ties) / 18;
}

/** Share of the standard normal distribution below `z`, for `z` ≥ 0; off by less than 10⁻⁷ (Abramowitz and Stegun 26.2.17). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}
