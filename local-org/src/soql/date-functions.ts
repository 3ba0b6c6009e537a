import type { FieldDef, FieldType } from '../schema/types.ts';

/** Fiscal periods are calendar periods, which is how an org starts out; a week begins on Sunday. */
const PARTS: Readonly<Record<string, (value: string) => string>> = {
  CALENDAR_YEAR: (value) => part('%Y', value),
  CALENDAR_QUARTER: (value) => `((${part('%m', value)} + 2) / 3)`,
  CALENDAR_MONTH: (value) => part('%m', value),
  FISCAL_YEAR: (value) => part('%Y', value),
  FISCAL_QUARTER: (value) => `((${part('%m', value)} + 2) / 3)`,
  FISCAL_MONTH: (value) => part('%m', value),
  DAY_IN_MONTH: (value) => part('%d', value),
  DAY_IN_WEEK: (value) => `(${part('%w', value)} + 1)`,
  DAY_IN_YEAR: (value) => part('%j', value),
  // The first week is the first seven days, whatever weekday they begin on.
  WEEK_IN_MONTH: (value) => `((${part('%d', value)} + 6) / 7)`,
  WEEK_IN_YEAR: (value) => `((${part('%j', value)} + 6) / 7)`,
};

/**
 * The SQL of a date function and the type of its value; undefined when the field's type does not suit it.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_date_functions.htm
 */
export function dateFunctionSql(
  name: string,
  field: FieldDef,
  value: string,
): { value: string; type: FieldType } | undefined {
  if (field.type === 'datetime') {
    if (name === 'DAY_ONLY') return { value: `substr(${value}, 1, 10)`, type: 'date' };
    if (name === 'HOUR_IN_DAY') return { value: part('%H', value), type: 'int' };
  }
  const write = PARTS[name];
  if (!write || (field.type !== 'date' && field.type !== 'datetime')) return undefined;
  return { value: write(value), type: 'int' };
}

function part(format: string, value: string): string {
  return `CAST(strftime('${format}', ${value}) AS INTEGER)`;
}
