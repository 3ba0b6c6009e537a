/** What a colour of a dashboard's metadata means: mostly green is good, mostly red is poor. */
export function toneOf(color: string | null): string {
  const [red = 0, green = 0] = [1, 3].map((at) => Number.parseInt(color?.slice(at, at + 2) ?? '', 16) || 0);
  if (green > red * 1.3) return 'good';
  return red > green * 1.3 ? 'poor' : 'fair';
}

/** The tone of a number: that of the zone it lies in; none without zones. */
export function toneOfValue(
  value: number | null,
  breakpoints: readonly (number | null)[],
  tones: readonly string[],
): string {
  const bounds = breakpoints.filter((bound): bound is number => bound !== null);
  if (value === null || bounds.length === 0) return '';
  const zone = bounds.filter((bound) => value >= bound).length;
  // With one breakpoint there are two zones, the lowest and the highest.
  return tones[bounds.length === 1 && zone === 1 ? 2 : zone] ?? '';
}
