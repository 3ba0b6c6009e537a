import { notImplemented } from '../../errors.ts';
import { parseFilterLogic, type FilterLogic } from '../../schema/filter-logic.ts';
import type { Schema } from '../../schema/types.ts';
import type { FieldDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import type { Comparison, Condition, FieldPath, Literal } from '../../soql/ast.ts';
import type { ListFilter, ListView } from './list-view.ts';

interface Operator {
  op: Comparison;
  /** What the value becomes inside a LIKE pattern. */
  pattern?: (text: string) => string;
  negated?: boolean;
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  equals: { op: '=' },
  notEqual: { op: '!=' },
  lessThan: { op: '<' },
  greaterThan: { op: '>' },
  lessOrEqual: { op: '<=' },
  greaterOrEqual: { op: '>=' },
  contains: { op: 'LIKE', pattern: (text) => `%${text}%` },
  notContain: { op: 'LIKE', pattern: (text) => `%${text}%`, negated: true },
  startsWith: { op: 'LIKE', pattern: (text) => `${text}%` },
  includes: { op: 'INCLUDES' },
  excludes: { op: 'EXCLUDES' },
};
const DATE_LITERAL = /^([A-Z][A-Z_]*\w*?)(?::(\d+))?$/;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/;

/** What a list view selects, for one user; undefined when it selects everything. */
export function listCondition(schema: Schema, user: UserContext, view: ListView): Condition | undefined {
  if (!['Everything', 'Mine'].includes(view.scope)) throw notImplemented(`list views of scope ${view.scope}`);
  const filters = view.filters.map((filter) => filterCondition(schema, view.object, filter));
  const terms = view.filterLogic === undefined ? filters : [joined(view.filterLogic, filters)];
  if (view.scope === 'Mine') {
    terms.push({
      kind: 'compare',
      left: field(['OwnerId']),
      op: '=',
      right: { kind: 'string', value: user.userId },
    });
  }
  return terms.length > 1 ? { kind: 'and', terms } : terms[0];
}

/** The filters as their logic joins them; the deploy has checked it. */
function joined(logic: string, filters: readonly Condition[]): Condition {
  const parsed = parseFilterLogic(logic);
  if (!parsed) throw notImplemented(`the filter logic ${logic}`);
  return conditionOf(parsed, filters);
}

function conditionOf(logic: FilterLogic, filters: readonly Condition[]): Condition {
  if (logic.kind === 'filter') {
    const filter = filters[logic.number - 1];
    if (!filter) throw notImplemented(`filter logic with filter ${logic.number} of ${filters.length}`);
    return filter;
  }
  if (logic.kind === 'not') return { kind: 'not', term: conditionOf(logic.term, filters) };
  return { kind: logic.kind, terms: logic.terms.map((term) => conditionOf(term, filters)) };
}

function filterCondition(schema: Schema, object: string, filter: ListFilter): Condition {
  const operator = OPERATORS[filter.operation];
  const path = filter.field.split('.');
  const definition = fieldAt(schema, object, path);
  if (!operator || !definition) {
    throw notImplemented(`the list view filter ${filter.field} ${filter.operation}`);
  }
  const literals = values(definition, filter.value).map((text) => literal(definition, operator, text));
  const term = comparison(path, operator.op, literals);
  return operator.negated ? { kind: 'not', term } : term;
}

/** Several values of one filter, separated by commas, are alternatives. */
function comparison(path: FieldPath, op: Comparison, literals: Literal[]): Condition {
  const [only] = literals;
  if (op === 'INCLUDES' || op === 'EXCLUDES')
    return { kind: 'compare', left: field(path), op, right: literals };
  if (only && literals.length === 1) return { kind: 'compare', left: field(path), op, right: only };
  if (op === '=' || op === '!=') {
    return { kind: 'compare', left: field(path), op: op === '=' ? 'IN' : 'NOT IN', right: literals };
  }
  const terms = literals.map((right): Condition => ({ kind: 'compare', left: field(path), op, right }));
  return { kind: 'or', terms };
}

function values(definition: FieldDef, value: string): string[] {
  const separated = definition.picklist || definition.type === 'string' ? value.split(',') : [value];
  return separated.map((text) => text.trim());
}

function literal(definition: FieldDef, { pattern }: Operator, text: string): Literal {
  if (pattern) return { kind: 'string', value: pattern(escapePattern(text)) };
  if (text === '') return { kind: 'null' };
  switch (definition.type) {
    case 'boolean':
      return { kind: 'boolean', value: text === '1' || text.toLowerCase() === 'true' };
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return { kind: 'number', value: Number(text) };
    case 'date':
    case 'datetime':
      return dateLiteral(definition.type, text);
    default:
      return { kind: 'string', value: text };
  }
}

/** `NEXT_N_DAYS:90`, `12/31/2026` or `2026-12-31`. */
function dateLiteral(kind: 'date' | 'datetime', text: string): Literal {
  const us = US_DATE.exec(text);
  const day = us ? `${us[3]}-${us[1]?.padStart(2, '0')}-${us[2]?.padStart(2, '0')}` : text;
  if (/^\d/.test(day)) return { kind, value: kind === 'date' ? day : `${day}T00:00:00Z` };
  const [, name = text, n] = DATE_LITERAL.exec(text) ?? [];
  return { kind: 'dateLiteral', name, ...(n === undefined ? {} : { n: Number(n) }) };
}

/** Makes `%`, `_` and `\` of a text stand for themselves inside a LIKE pattern. */
export function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function fieldAt(schema: Schema, object: string, path: FieldPath): FieldDef | undefined {
  const [first = '', ...rest] = path;
  if (rest.length === 0) return schema.field(object, first);
  const target = schema.parentRelationship(object, first)?.reference?.to[0];
  return target === undefined ? undefined : fieldAt(schema, target, rest);
}

function field(path: FieldPath): { kind: 'field'; path: FieldPath } {
  return { kind: 'field', path };
}
