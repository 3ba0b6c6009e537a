/** Area under the ROC curve: how often a lost customer is ranked above a kept one; 0.5 is chance. */
export interface Auc {
  value: number;
  /** The 95 % interval. */
  low: number;
  high: number;
  /** The standard error of the value. */
  error: number;
}

const Z_95 = 1.959964;

/**
 * The AUC with its interval after DeLong (1988, doi 10.2307/2531595), worked out from ranks as Sun and Xu do (2014,
 * doi 10.1109/LSP.2014.2337313); ties count half. Null when there is only one kind of outcome.
 */
export function measureAuc(predictions: ArrayLike<number>, lost: readonly boolean[]): Auc | null {
  const positives: number[] = [];
  const negatives: number[] = [];
  lost.forEach((each, index) => (each ? positives : negatives).push(predictions[index] ?? 0));
  const [m, n] = [positives.length, negatives.length];
  if (m === 0 || n === 0) return null;

  const all = midRanks([...positives, ...negatives]);
  const [own, others] = [midRanks(positives), midRanks(negatives)];
  // For each lost customer the share of kept ones below it, and for each kept one the share of lost ones above it.
  const above = positives.map((_, index) => (all[index]! - own[index]!) / n);
  const below = negatives.map((_, index) => 1 - (all[m + index]! - others[index]!) / m);
  const value = mean(above);
  const error = Math.sqrt(variance(above) / m + variance(below) / n);
  return { value, low: Math.max(0, value - Z_95 * error), high: Math.min(1, value + Z_95 * error), error };
}

/** Ranks from 1; equal values share the middle of theirs. */
function midRanks(values: readonly number[]): Float64Array {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end += 1;
    for (let at = start; at < end; at += 1) ranks[order[at]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, each) => sum + (each - middle) ** 2, 0) / Math.max(1, values.length - 1);
}
