/** Functions that turn many rows into one value. */
export const AGGREGATE_FUNCTIONS: ReadonlySet<string> = new Set([
  'COUNT',
  'COUNT_DISTINCT',
  'SUM',
  'AVG',
  'MIN',
  'MAX',
]);

/**
 * Functions of a date or datetime, for grouping and filtering.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_date_functions.htm
 */
export const DATE_FUNCTIONS: ReadonlySet<string> = new Set([
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'FISCAL_YEAR',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
]);

/** Functions that change how a selected value reads. */
export const DISPLAY_FUNCTIONS: ReadonlySet<string> = new Set(['TOLABEL', 'FORMAT']);

/** Functions of the platform that the local org does not model. */
export const UNMODELLED_FUNCTIONS: ReadonlySet<string> = new Set([
  'CONVERTCURRENCY',
  'CONVERTTIMEZONE',
  'CUBE',
  'DISTANCE',
  'GEOLOCATION',
  'GROUPING',
  'ROLLUP',
]);
