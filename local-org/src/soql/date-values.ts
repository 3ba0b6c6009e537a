/** A calendar day `YYYY-MM-DD` that exists, or undefined. */
export function readDate(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) ? text : undefined;
}

/**
 * A moment with its zone, in any notation the platform takes (`2026-11-22T10:00:00Z`, `….000+0100`), in UTC
 * as `YYYY-MM-DDTHH:mm:ss.SSSZ`; undefined when it is none, or names no zone.
 */
export function readDateTime(text: string): string | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/i.exec(text);
  if (!parts) return undefined;
  const [, date = '', time = '', fraction = '', zone = ''] = parts;
  if (readDate(date) === undefined) return undefined;
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const parsed = new Date(`${date}T${time}${fraction.slice(0, 4)}${offset}`);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed.toISOString();
}
