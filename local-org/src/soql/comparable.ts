import { notImplemented } from '../errors.ts';
import type { FieldDef, FieldType } from '../schema/types.ts';
import type { FieldPath, FunctionCall, Operand } from './ast.ts';
import type { CompileContext } from './compile-context.ts';
import { dateFunctionSql } from './date-functions.ts';
import { AGGREGATE_FUNCTIONS, DATE_FUNCTIONS } from './functions.ts';
import { invalidField, malformed } from './query-faults.ts';
import type { QueryScope, ResolvedField } from './query-scope.ts';

const NUMERIC: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);
const ORDERED: ReadonlySet<FieldType> = new Set([
  ...NUMERIC,
  'date',
  'datetime',
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'id',
  'reference',
]);

/** A value that a query filters, sorts or groups by, or answers. */
export interface Comparable {
  /** SQL of the value. */
  value: string;
  type: FieldType;
  /** How messages call it. */
  name: string;
  /** Where it stands in the query. */
  place: FieldPath | undefined;
  /** Set when it is a field itself and no function of one. */
  resolved?: ResolvedField;
  aggregate: boolean;
}

/** Finds what an operand stands for. */
export function compileOperand(context: CompileContext, scope: QueryScope, operand: Operand): Comparable {
  return operand.kind === 'field'
    ? fieldComparable(scope.resolve(operand.path), operand.path)
    : compileCall(context, scope, operand.call);
}

/** A resolved field as a comparable. */
export function fieldComparable(resolved: ResolvedField, place: FieldPath): Comparable {
  const { field, value } = resolved;
  return { value, type: field.type, name: field.name, place, resolved, aggregate: false };
}

/** Finds what a function call stands for, checking that its field's type suits it. */
export function compileCall(context: CompileContext, scope: QueryScope, call: FunctionCall): Comparable {
  const { name, arg } = call;
  if (arg === undefined)
    return { value: 'COUNT(*)', type: 'int', name: 'COUNT()', place: arg, aggregate: true };
  const resolved = scope.resolve(arg);
  const { field, value } = resolved;
  const text = `${name}(${field.name})`;
  if (DATE_FUNCTIONS.has(name)) {
    const compiled = dateFunctionSql(name, field, value);
    if (!compiled) throw malformed(context, arg, `field ${field.name} does not support the function ${name}`);
    return { ...compiled, name: text, place: arg, aggregate: false };
  }
  if (!AGGREGATE_FUNCTIONS.has(name)) throw notImplemented(`${name} outside of the SELECT list`);
  if (field.longText || !takesAggregate(name, field)) {
    throw malformed(context, arg, `field ${field.name} does not support aggregate operator ${name}`);
  }
  if (name === 'MIN' || name === 'MAX') {
    if (field.type === 'picklist')
      throw notImplemented(`${name} of a picklist, which goes by the order of its values`);
    return { value: `${name}(${value})`, type: field.type, name: text, place: arg, aggregate: true };
  }
  if (name === 'COUNT' || name === 'COUNT_DISTINCT') {
    const counted = name === 'COUNT' ? value : `DISTINCT ${value}`;
    return { value: `COUNT(${counted})`, type: 'int', name: text, place: arg, aggregate: true };
  }
  const type = name === 'SUM' ? field.type : 'double';
  return { value: `${name}(${value})`, type, name: text, place: arg, aggregate: true };
}

function takesAggregate(name: string, field: FieldDef): boolean {
  if (name === 'COUNT' || name === 'COUNT_DISTINCT') return field.type !== 'multipicklist';
  if (name === 'MIN' || name === 'MAX') return ORDERED.has(field.type) || field.type === 'picklist';
  return NUMERIC.has(field.type);
}

/** Types that GROUP BY does not take: numbers with decimals, moments (only days of them), lists. */
const NOT_GROUPABLE: ReadonlySet<FieldType> = new Set([
  'double',
  'currency',
  'percent',
  'datetime',
  'multipicklist',
]);

/**
 * Refuses a field that SOQL cannot group by.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_groupby_considerations.htm
 */
export function requireGroupable(context: CompileContext, { resolved, name, place }: Comparable): void {
  if (!resolved) return;
  if (resolved.field.longText || NOT_GROUPABLE.has(resolved.field.type)) {
    throw invalidField(context, place, `field '${name}' can not be grouped in a query call`);
  }
}
