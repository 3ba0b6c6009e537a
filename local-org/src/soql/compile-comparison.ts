import type { FieldType } from '../schema/types.ts';
import type { Comparison, Literal } from './ast.ts';
import type { Comparable } from './comparable.ts';
import type { CompileContext } from './compile-context.ts';
import { filterValue, isIdType, type FilterValue } from './filter-value.ts';
import { invalidField } from './query-faults.ts';
import { bind, bindList, join, sql, type Sql } from './sql.ts';

const TEXT: ReadonlySet<FieldType> = new Set(['string', 'textarea', 'picklist', 'email', 'phone', 'url']);
/** The SQL function that lower-cases all of Unicode; the columns' own NOCASE folds ASCII only. */
export const FOLD_FUNCTION = 'fold_case';
const ORDER_OPERATORS: ReadonlySet<Comparison> = new Set(['<', '<=', '>', '>=']);

type Compare = { op: Comparison; right: Literal | Literal[] };

/** SQL of one comparison; it is never null in effect: `!=` and NOT IN take records without a value, as in SOQL. */
export function compileComparison(context: CompileContext, left: Comparable, { op, right }: Compare): Sql {
  requireFilterable(context, left, op);
  if (op === 'LIKE') return compileLike(context, left, right);
  const values = [right].flat().map((literal) => filterValue(context, left, literal));
  if (op === 'INCLUDES' || op === 'EXCLUDES') return compileIncludes(left, op, values);
  if (op === 'IN' || op === 'NOT IN') return compileIn(left, op, values);
  const [value] = values;
  if (!value || Array.isArray(right))
    throw invalidField(context, left.place, `${op} takes one value, not a list`);
  if (value.kind === 'null' && ORDER_OPERATORS.has(op)) {
    throw invalidField(context, left.place, `invalid operator ${op} with null on field '${left.name}'`);
  }
  return compileSingle(left, op, value);
}

function requireFilterable(context: CompileContext, left: Comparable, op: Comparison): void {
  const { type, name, place, resolved } = left;
  if (resolved?.field.longText)
    throw invalidField(context, place, `field '${name}' can not be filtered in a query call`);
  const isList = type === 'multipicklist';
  const wrong =
    ((op === 'INCLUDES' || op === 'EXCLUDES') && !isList) ||
    (op === 'LIKE' && !TEXT.has(type)) ||
    (ORDER_OPERATORS.has(op) && (type === 'boolean' || isList || isIdType(type)));
  if (wrong)
    throw invalidField(context, place, `invalid operator on ${isIdType(type) ? 'id' : type} field: ${op}`);
}

function compileSingle(left: Comparable, op: Comparison, value: FilterValue): Sql {
  if (value.kind === 'null') {
    if (left.type === 'boolean') return op === '=' ? sql`0` : sql`1`;
    return op === '=' ? sql`${left.value} IS NULL` : sql`${left.value} IS NOT NULL`;
  }
  if (value.kind === 'range') return compileRange(left.value, op, value);
  const side = sideOf(left, [value.value]);
  const bound = bind(side.stored(value.value));
  return op === '!=' ? sql`${side.value} IS NOT ${bound}` : sql`${side.value} ${op} ${bound}`;
}

function compileRange(value: string, op: Comparison, { start, end }: { start: string; end: string }): Sql {
  const from = bind(start);
  const to = bind(end);
  switch (op) {
    case '<':
      return sql`${value} < ${from}`;
    case '<=':
      return sql`${value} < ${to}`;
    case '>':
      return sql`${value} >= ${to}`;
    case '>=':
      return sql`${value} >= ${from}`;
    case '!=':
      return sql`(${value} >= ${from} AND ${value} < ${to}) IS NOT TRUE`;
    default:
      return sql`${value} >= ${from} AND ${value} < ${to}`;
  }
}

function compileIn(left: Comparable, op: 'IN' | 'NOT IN', values: FilterValue[]): Sql {
  const plain = values.flatMap((value) => (value.kind === 'value' ? [value.value] : []));
  const side = sideOf(left, plain);
  const alternatives = values
    .filter((value) => value.kind === 'range')
    .map((value) => compileRange(left.value, '=', value));
  if (values.some((value) => value.kind === 'null')) alternatives.push(sql`${left.value} IS NULL`);
  if (plain.length > 0) alternatives.push(sql`${side.value} IN ${bindList(plain.map(side.stored))}`);
  const any = join(alternatives, ' OR ') ?? sql`0`;
  return op === 'IN' ? any : sql`(${any}) IS NOT TRUE`;
}

function compileLike(context: CompileContext, left: Comparable, right: Literal | Literal[]): Sql {
  if (Array.isArray(right) || right.kind !== 'string') {
    throw invalidField(context, left.place, `LIKE on field '${left.name}' takes one string in quotes`);
  }
  const side = sideOf(left, [right.value]);
  const pattern = bind(side.stored(right.value));
  // Without ESCAPE, SQLite can look a prefix up in the index.
  return right.value.includes('\\')
    ? sql`${side.value} LIKE ${pattern} ESCAPE '\\'`
    : sql`${side.value} LIKE ${pattern}`;
}

/** Each value is a set `a;b` that must all be chosen; one set of several is enough. */
function compileIncludes(left: Comparable, op: 'INCLUDES' | 'EXCLUDES', values: FilterValue[]): Sql {
  const chosen = `';' || ${FOLD_FUNCTION}(${left.value}) || ';'`;
  const sets = values.map((value) => {
    if (value.kind !== 'value') return sql`${left.value} IS NULL`;
    const parts = String(value.value).split(';');
    return (
      join(
        parts.map((part) => sql`instr(${chosen}, ${bind(`;${fold(part.trim())};`)}) > 0`),
        ' AND ',
      ) ?? sql`0`
    );
  });
  const any = join(sets, ' OR ') ?? sql`0`;
  return op === 'INCLUDES' ? any : sql`(${any}) IS NOT TRUE`;
}

/** The left side and how to write the right one, so that case does not count, beyond ASCII too. */
function sideOf(
  left: Comparable,
  values: readonly (string | number)[],
): { value: string; stored: <T>(value: T) => T | string } {
  const same = <T>(value: T) => value;
  if (left.type === 'boolean' && left.resolved && left.resolved.path.length > 1) {
    return { value: `COALESCE(${left.value}, 0)`, stored: same };
  }
  if (!TEXT.has(left.type)) return { value: left.value, stored: same };
  if (left.resolved?.field.caseSensitive) return { value: `${left.value} COLLATE BINARY`, stored: same };
  const isAscii = values.every((value) => /^\p{ASCII}*$/u.test(String(value)));
  if (isAscii) return { value: left.value, stored: same };
  return { value: `${FOLD_FUNCTION}(${left.value})`, stored: (value) => fold(String(value)) };
}

/** Case-folded text, as `FOLD_FUNCTION` computes it inside SQLite. */
export function fold(text: string): string {
  return text.toLowerCase();
}
