/** Customers of like prediction: how many were expected to be lost, and how many were. Shares of 0–1. */
export interface ReliabilityBin {
  customers: number;
  predicted: number;
  observed: number;
  /** The 95 % interval of `observed`. */
  low: number;
  high: number;
}

const BINS = 10;
const Z_95 = 1.959964;

/** The reliability curve: customers in ten groups of equal size, by their prediction. */
export function measureReliability(
  predictions: ArrayLike<number>,
  lost: readonly boolean[],
): ReliabilityBin[] {
  const order = lost.map((_, index) => index).sort((a, b) => predictions[a]! - predictions[b]! || a - b);
  const bounds = Array.from({ length: BINS + 1 }, (_, bin) => Math.round((bin * order.length) / BINS));
  return bounds.slice(1).flatMap((end, bin) => {
    const group = order.slice(bounds[bin], end);
    if (group.length === 0) return [];
    const predicted = group.reduce((sum, index) => sum + predictions[index]!, 0) / group.length;
    const count = group.filter((index) => lost[index]).length;
    return [{ customers: group.length, predicted, ...observeShare(count, group.length) }];
  });
}

/** A share with its interval after Wilson (1927), which holds for small groups and near 0 and 1. */
export function observeShare(count: number, of: number): Pick<ReliabilityBin, 'observed' | 'low' | 'high'> {
  const observed = count / of;
  const spread = Z_95 ** 2 / of;
  const middle = (observed + spread / 2) / (1 + spread);
  const half = (Z_95 * Math.sqrt((observed * (1 - observed)) / of + spread / (4 * of))) / (1 + spread);
  return { observed, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Expected calibration error: how far prediction and outcome lie apart in the groups, on average over customers. */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const customers = bins.reduce((sum, bin) => sum + bin.customers, 0);
  return (
    bins.reduce((sum, bin) => sum + bin.customers * Math.abs(bin.predicted - bin.observed), 0) / customers
  );
}

/** The mean squared error of the predictions; 0 is perfect, and always saying the mean gives mean × (1 − mean). */
export function brierScore(predictions: ArrayLike<number>, lost: readonly boolean[]): number {
  return (
    lost.reduce((sum, each, index) => sum + (predictions[index]! - (each ? 1 : 0)) ** 2, 0) / lost.length
  );
}
