/**
 * How many times more customers are lost in the tenth with the highest predictions than in all. Where several have the
 * same prediction at the border, the ones within count by their mean, so that the order of the input has no part in it.
 */
export function topDecileLift(predictions: ArrayLike<number>, lost: readonly boolean[]): number {
  const size = Math.max(1, Math.round(lost.length / 10));
  const order = lost.map((_, index) => index).sort((a, b) => predictions[b]! - predictions[a]!);
  const border = predictions[order[size - 1]!]!;
  const above = order.filter((index) => predictions[index]! > border);
  const tied = order.filter((index) => predictions[index] === border);
  const countLost = (indexes: number[]) => indexes.filter((index) => lost[index]).length;
  const found = countLost(above) + (countLost(tied) * (size - above.length)) / tied.length;
  return found / size / (lost.filter(Boolean).length / lost.length);
}
