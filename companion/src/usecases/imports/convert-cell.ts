import type { CellType } from './field.ts';

/** How cells of each type may be written; the first is taken unless a map says otherwise. */
export const FORMATS = {
  text: [],
  number: ['plain', 'point', 'comma'],
  day: ['iso', 'us', 'european'],
  moment: ['iso', 'us', 'european'],
  flag: [],
} as const satisfies Record<CellType, readonly string[]>;

/** What a value of a format looks like, to follow "expected". */
const LOOKS: Record<string, string> = {
  plain: 'a number such as 1234.5 (with separators of thousands or a decimal comma, say so in the map)',
  point: 'a number such as 1,234.50',
  comma: 'a number such as 1.234,50',
  iso: 'a day such as 2026-11-23 (in another order, say so in the map)',
  us: 'a day such as 11/23/2026',
  european: 'a day such as 23.11.2026',
};

/** A cell that could be read, or what it should have looked like. */
export type Converted = { value: string | number | boolean } | { expected: string };

/** Reads the text of a cell. Nothing is guessed: `1,234` and `03/04/2026` are refused until a map says what they mean. */
export function convertCell(cell: string, type: CellType, format: string | undefined): Converted {
  const given = format ?? FORMATS[type][0] ?? '';
  const value = READ[type](cell, given);
  return value === null ? { expected: LOOKS[given] ?? 'yes or no' } : { value };
}

const READ: Record<CellType, (cell: string, format: string) => string | number | boolean | null> = {
  text: (cell) => cell,
  number: readNumber,
  day: (cell, format) => readTime(cell, format)?.slice(0, 10) ?? null,
  moment: readTime,
  flag: (cell) => {
    const word = cell.toLowerCase();
    if (YES.has(word)) return true;
    return NO.has(word) ? false : null;
  },
};

const YES = new Set(['true', 'yes', 'y', '1', 'x']);
const NO = new Set(['false', 'no', 'n', '0']);

const NUMBERS: Record<string, RegExp> = {
  plain: /^[+-]?\d+(\.\d+)?$/,
  point: /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/,
  comma: /^[+-]?(\d+|\d{1,3}([. \u00a0\u202f]\d{3})+)(,\d+)?$/,
};

function readNumber(cell: string, format: string): number | null {
  if (!NUMBERS[format]?.test(cell)) return null;
  const plain =
    format === 'comma'
      ? cell.replaceAll(/[. \u00a0\u202f]/g, '').replace(',', '.')
      : cell.replaceAll(',', '');
  return Number(plain);
}

const TIME = '(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?)?';
const DAYS: Record<string, RegExp> = {
  iso: new RegExp(`^(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})${TIME}(?<zone>Z|[+-]\\d{2}:?\\d{2})?$`),
  us: new RegExp(`^(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4})${TIME}(?: ?(?<half>[AaPp])[Mm])?$`),
  european: new RegExp(`^(?<d>\\d{1,2})(?<mark>[./-])(?<m>\\d{1,2})\\k<mark>(?<y>\\d{4})${TIME}$`),
};

/** A day with or without a time, as an ISO time in UTC; without a zone it is taken as UTC. */
function readTime(cell: string, format: string): string | null {
  const found = DAYS[format]?.exec(cell);
  if (!found?.groups) return null;
  const { y = '', m = '', d = '', zone, half } = found.groups;
  const isEuropean = format === 'european';
  const [hours, minutes = '00', seconds = '00'] = found.slice(isEuropean ? 5 : 4, isEuropean ? 8 : 7);
  if (hours === undefined && (zone !== undefined || half !== undefined)) return null;
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  // Not every day that looks like one is in the calendar.
  const midnight = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return null;
  const hour = hourOf(hours ?? '0', half);
  if (hour === null) return null;
  const time = new Date(
    `${day}T${hour}:${minutes}:${seconds}.000${(zone ?? 'Z').replace(/^(.\d{2})(\d{2})$/, '$1:$2')}`,
  );
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

function hourOf(hours: string, half: string | undefined): string | null {
  const hour = Number(hours);
  if (hour > 23) return null;
  if (half === undefined) return String(hour).padStart(2, '0');
  if (hour < 1 || hour > 12) return null;
  return String((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)).padStart(2, '0');
}
