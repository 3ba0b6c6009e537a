/**
 * Writes a number in a display format such as `HS-{000000}` or `R-{YYYY}-{0000}`; a number with more digits
 * than zeros is written in full.
 */
export function formatAutoNumber(format: string, value: number, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const parts: Record<string, string> = { YYYY: year, YY: year.slice(2), MM: month, DD: date };
  return format.replace(/\{(0+|YYYY|YY|MM|DD)\}/g, (_whole, part: string) =>
    part.startsWith('0') ? String(value).padStart(part.length, '0') : (parts[part] ?? ''),
  );
}
