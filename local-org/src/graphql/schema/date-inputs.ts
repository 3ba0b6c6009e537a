import { GraphQLEnumType, GraphQLInputObjectType, GraphQLInt } from 'graphql';
import { KIND_SCALARS } from './scalars.ts';

const PERIODS = ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'] as const;

/** Date literals without a number, as in SOQL. */
const LITERALS = [
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  ...PERIODS.flatMap((period) => [`LAST_${period}`, `THIS_${period}`, `NEXT_${period}`]),
];

const RANGE_UNITS = ['days', ...PERIODS.map((period) => `${period.toLowerCase()}s`)];
/** `last_n_days`, `n_weeks_ago`, …: in capitals, the name of the SOQL literal. */
const RANGES = RANGE_UNITS.flatMap((unit) => [`last_n_${unit}`, `next_n_${unit}`, `n_${unit}_ago`]);

const DateLiteral = new GraphQLEnumType({
  name: 'DateLiteral',
  values: Object.fromEntries(LITERALS.map((name) => [name, {}])),
});

const DateRange = new GraphQLInputObjectType({
  name: 'DateRange',
  fields: Object.fromEntries(RANGES.map((name) => [name, { type: GraphQLInt }])),
});

/** What a date is compared with: exactly one of a value, a literal and a range. */
export interface DateInputValue {
  value?: string | null;
  literal?: string | null;
  range?: Record<string, number | null> | null;
}

export const DateInput = dateInput('Date');
export const DateTimeInput = dateInput('DateTime');

function dateInput(kind: 'Date' | 'DateTime'): GraphQLInputObjectType {
  return new GraphQLInputObjectType({
    name: `${kind}Input`,
    fields: {
      value: { type: KIND_SCALARS[kind] },
      literal: { type: DateLiteral },
      range: { type: DateRange },
    },
  });
}
