import type { FieldDef } from '../schema/types.ts';
import type { FieldValue } from '../records/types.ts';
import type { Region } from './region.ts';

/** The org has one currency. */
const CURRENCY = 'USD';

const DAY = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
const MINUTE = { hour: 'numeric', minute: '2-digit' } as const;

/**
 * What a person of that region reads for a value, or null where the value is its own display (text, booleans, ids).
 * A null value has a null display; a day is the same day in every time zone.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field_value.htm
 */
export function displayValue(field: FieldDef, value: FieldValue, region: Region): string | null {
  if (value === null) return null;
  switch (field.type) {
    case 'date':
      return dates(region.locale, 'UTC', false).format(new Date(`${String(value)}T00:00:00Z`));
    case 'datetime':
      return spaced(dates(region.locale, region.timeZone, true).format(new Date(isoDateTime(String(value)))));
    case 'currency':
      return decimal(region.locale, Number(value), field.scale ?? 2, {
        style: 'currency',
        currency: CURRENCY,
      });
    case 'percent':
      return `${decimal(region.locale, Number(value), field.scale ?? 0)}%`;
    case 'double':
      return decimal(region.locale, Number(value), field.scale ?? 0);
    case 'int':
      return decimal(region.locale, Number(value), 0);
    case 'picklist':
    case 'multipicklist':
      return picklistLabel(field, String(value));
    default:
      return null;
  }
}

/** A datetime as UI API writes it: `2026-11-22T20:00:00.000Z` for REST's `…+0000`. */
export function isoDateTime(value: string): string {
  return value.replace(/\+0000$/, 'Z');
}

/** The labels of one or several (`;`-separated) picklist values. */
export function picklistLabel(field: FieldDef, value: string): string {
  const labels = new Map(field.picklist?.values.map((entry) => [entry.value, entry.label]));
  return value
    .split(';')
    .map((part) => labels.get(part) ?? part)
    .join(';');
}

function decimal(locale: string, value: number, scale: number, style: Intl.NumberFormatOptions = {}): string {
  return value.toLocaleString(locale, {
    ...style,
    minimumFractionDigits: scale,
    maximumFractionDigits: scale,
  });
}

/** Intl puts a narrow no-break space before AM and PM; the platform's text has a plain one. */
function spaced(text: string): string {
  return text.replace(/\u202f/g, ' ');
}

// A formatter takes far longer to make than to use.
const formats = new Map<string, Intl.DateTimeFormat>();

function dates(locale: string, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${withTime}`;
  const made =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...DAY, ...(withTime ? MINUTE : {}), timeZone });
  formats.set(key, made);
  return made;
}
