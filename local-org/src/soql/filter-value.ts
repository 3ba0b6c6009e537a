import { normalizeId } from '../ids.ts';
import type { FieldType } from '../schema/types.ts';
import type { Literal } from './ast.ts';
import type { Comparable } from './comparable.ts';
import type { CompileContext } from './compile-context.ts';
import { dateLiteralRange } from './date-literals.ts';
import { readDateTime } from './date-values.ts';
import { invalidField, queryFault } from './query-faults.ts';

/** What a field is compared with: nothing, one stored value, or a span `[start, end)` of stored values. */
export type FilterValue =
  | { kind: 'null' }
  | { kind: 'value'; value: string | number }
  | { kind: 'range'; start: string; end: string };

const EXPECTED: Readonly<Partial<Record<FieldType, { name: string; literals: Literal['kind'][] }>>> = {
  boolean: { name: 'boolean', literals: ['boolean'] },
  int: { name: 'integer', literals: ['number'] },
  double: { name: 'double', literals: ['number'] },
  currency: { name: 'currency', literals: ['number'] },
  percent: { name: 'percent', literals: ['number'] },
  date: { name: 'date', literals: ['date', 'dateLiteral'] },
  datetime: { name: 'dateTime', literals: ['datetime', 'dateLiteral'] },
};

/**
 * A literal in the form the field is stored in. An empty string counts as null: the platform stores none.
 *
 * @throws SalesforceError INVALID_FIELD when the literal is not of the field's type
 */
export function filterValue(context: CompileContext, left: Comparable, literal: Literal): FilterValue {
  if (literal.kind === 'null') return { kind: 'null' };
  const expected = EXPECTED[left.type];
  if (expected && !expected.literals.includes(literal.kind)) {
    const quoted = literal.kind === 'string' ? ' and should not be enclosed in quotes' : '';
    throw wrongType(context, left, `${expected.name}${quoted}`);
  }
  if (!expected && literal.kind !== 'string')
    throw wrongType(context, left, 'string and should be enclosed in quotes');
  switch (literal.kind) {
    case 'dateLiteral':
      return literalRange(context, left.type, literal);
    case 'boolean':
      return { kind: 'value', value: literal.value ? 1 : 0 };
    case 'datetime': {
      const value = readDateTime(literal.value);
      if (value === undefined) throw invalidField(context, left.place, `Invalid datetime: ${literal.value}`);
      return { kind: 'value', value };
    }
    case 'string':
      if (literal.value === '') return { kind: 'null' };
      return {
        kind: 'value',
        value: isIdType(left.type) ? idValue(context, left, literal.value) : literal.value,
      };
    default:
      return { kind: 'value', value: literal.value };
  }
}

/** Whether values of a type are record Ids. */
export function isIdType(type: FieldType): boolean {
  return type === 'id' || type === 'reference';
}

function idValue(context: CompileContext, left: Comparable, text: string): string {
  const id = normalizeId(text);
  if (id === undefined) {
    throw queryFault(context, 'INVALID_QUERY_FILTER_OPERATOR', left.place, `invalid ID field: ${text}`);
  }
  return id;
}

function literalRange(
  context: CompileContext,
  type: FieldType,
  literal: Extract<Literal, { kind: 'dateLiteral' }>,
): FilterValue {
  const { start, end } = dateLiteralRange(literal.name, literal.n ?? 0, context.today);
  const stored = (day: string) => (type === 'datetime' ? `${day}T00:00:00.000Z` : day);
  return { kind: 'range', start: stored(start), end: stored(end) };
}

function wrongType(context: CompileContext, left: Comparable, expected: string): Error {
  return invalidField(
    context,
    left.place,
    `value of filter criterion for field '${left.name}' must be of type ${expected}`,
  );
}
