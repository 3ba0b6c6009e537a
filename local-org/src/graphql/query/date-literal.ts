import { GraphQLError } from 'graphql';
import type { Literal } from '../../soql/ast.ts';
import type { DateInputValue } from '../schema/date-inputs.ts';

/** A coerced `DateInput` or `DateTimeInput`: exactly one of a value, a literal and a range. */
export function dateLiteral(kind: 'date' | 'datetime', input: unknown): Literal {
  const { value, literal, range } = input as DateInputValue;
  const given = [value, literal, range].filter((part) => part !== undefined);
  if (given.length !== 1) {
    throw new GraphQLError(
      `A ${kind} filter takes exactly one of value, literal and range, not ${given.length}`,
    );
  }
  if (value !== undefined) return value === null ? { kind: 'null' } : { kind, value };
  if (literal) return { kind: 'dateLiteral', name: literal };
  const [only, ...others] = Object.entries(range ?? {});
  if (!only || only[1] === null || others.length > 0) {
    throw new GraphQLError('A date range takes exactly one entry, such as last_n_days: 30');
  }
  return { kind: 'dateLiteral', name: only[0].toUpperCase(), n: only[1] };
}
