import type { FieldDef } from '../schema/types.ts';
import type { FieldValue } from '../records/types.ts';

/** The org has one currency, one locale and one time zone. */
const LOCALE = 'en-US';
const CURRENCY = 'USD';
const TIME_ZONE = 'UTC';

const DATE = new Intl.DateTimeFormat(LOCALE, {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: TIME_ZONE,
});
const DATE_TIME = new Intl.DateTimeFormat(LOCALE, {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: TIME_ZONE,
});

/**
 * What a person reads for a value, or null where the value is its own display (text, booleans, ids).
 * A null value has a null display.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_field_value.htm
 */
export function displayValue(field: FieldDef, value: FieldValue): string | null {
  if (value === null) return null;
  switch (field.type) {
    case 'date':
      return DATE.format(new Date(`${String(value)}T00:00:00Z`));
    case 'datetime':
      return spaced(DATE_TIME.format(new Date(isoDateTime(String(value)))));
    case 'currency':
      return decimal(Number(value), field.scale ?? 2, { style: 'currency', currency: CURRENCY });
    case 'percent':
      return `${decimal(Number(value), field.scale ?? 0)}%`;
    case 'double':
      return decimal(Number(value), field.scale ?? 0);
    case 'int':
      return decimal(Number(value), 0);
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

function decimal(value: number, scale: number, style: Intl.NumberFormatOptions = {}): string {
  return value.toLocaleString(LOCALE, {
    ...style,
    minimumFractionDigits: scale,
    maximumFractionDigits: scale,
  });
}

/** Intl puts a narrow no-break space before AM and PM; the platform's text has a plain one. */
function spaced(text: string): string {
  return text.replace(/\u202f/g, ' ');
}
