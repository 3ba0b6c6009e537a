/** What makes the median absolute deviation of normal values their standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/** Compared, not subtracted: two infinities have no difference. */
const ascending = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** The middle value, of an even count the mean of the two in the middle; null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted(ascending);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) return null;
  return upper === lower ? upper : (lower + upper) / 2;
}

/** How far values usually lie from their middle: the scaled median absolute deviation. Half may be off by anything. */
export function spreadOf(values: readonly number[], middle: number): number {
  return MAD_TO_DEVIATION * (medianOf(values.map((value) => Math.abs(value - middle))) ?? 0);
}
