/**
 * Splits a number of tenths in proportion to the parts, so that they add up to it exactly (largest remainder). Parts
 * must not be negative; ties go to the earlier part.
 *
 * @returns the shares as decimals, such as 3.4
 */
export function apportionTenths(parts: number[], totalTenths: number): number[] {
  const sum = parts.reduce((a, b) => a + b, 0);
  if (sum === 0 || totalTenths === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / sum) * totalTenths);
  const tenths = exact.map(Math.floor);
  const left = totalTenths - tenths.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) tenths[index] = (tenths[index] ?? 0) + 1;
  return tenths.map((value) => value / 10);
}
