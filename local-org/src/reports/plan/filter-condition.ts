import type { FieldDef } from '../../schema/types.ts';
import type { Comparison, Condition, FieldPath, Literal } from '../../soql/ast.ts';
import { filterLiteral } from './filter-value.ts';

interface Operator {
  op: Comparison;
  /** What the value becomes inside a LIKE pattern. */
  pattern?: (text: string) => string;
  /** With several values, none may match instead of one that must. */
  negated?: boolean;
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  equals: { op: '=' },
  notEqual: { op: '!=', negated: true },
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

/** Where a filter compares, and with what. */
export interface FilterTarget {
  path: FieldPath;
  field: FieldDef;
}

/**
 * A report filter as a condition of the query.
 *
 * @throws Error that says which operator or value does not suit the field
 */
export function filterCondition({ path, field }: FilterTarget, operator: string, value: string): Condition {
  const rule = OPERATORS[operator];
  if (!rule) throw new Error(`The local org does not model the filter operator ${operator}`);
  if (field.longText) throw new Error(`${field.label} is long text, which reports do not filter`);
  if (field.type === 'multipicklist') return ofSets(path, field, operator, value);
  if (rule.op === 'INCLUDES' || rule.op === 'EXCLUDES') {
    throw new Error(`${operator} is for multi-select picklists; ${field.label} is none`);
  }
  const left = { kind: 'field' as const, path };
  const texts = splitValues(value);
  if (rule.pattern) {
    const terms = texts.map((text): Condition => ({
      kind: 'compare',
      left,
      op: 'LIKE',
      right: { kind: 'string', value: rule.pattern!(escapePattern(text)) },
    }));
    return rule.negated ? { kind: 'not', term: anyOf(terms) } : anyOf(terms);
  }
  const literals = texts.map((text) => filterLiteral(field, text));
  if (rule.op === '=' || rule.op === '!=') return equality(path, rule.op, literals);
  if (literals.some(({ kind }) => kind === 'null'))
    throw new Error(`${operator} needs a value to compare with`);
  return anyOf(literals.map((right): Condition => ({ kind: 'compare', left, op: rule.op, right })));
}

function equality(path: FieldPath, op: '=' | '!=', literals: Literal[]): Condition {
  const left = { kind: 'field' as const, path };
  const [only] = literals;
  if (only && literals.length === 1) return { kind: 'compare', left, op, right: only };
  return { kind: 'compare', left, op: op === '=' ? 'IN' : 'NOT IN', right: literals };
}

function ofSets(path: FieldPath, field: FieldDef, operator: string, value: string): Condition {
  const op = operator === 'includes' ? 'INCLUDES' : operator === 'excludes' ? 'EXCLUDES' : undefined;
  if (!op) throw new Error(`${field.label} is filtered with includes or excludes, not ${operator}`);
  const right = value.split(',').map((text): Literal => ({ kind: 'string', value: text.trim() }));
  return { kind: 'compare', left: { kind: 'field', path }, op, right };
}

function anyOf(terms: Condition[]): Condition {
  return terms.length === 1 ? terms[0]! : { kind: 'or', terms };
}

/** Values parted by commas; one in double quotes may hold a comma itself. */
export function splitValues(value: string): string[] {
  const parts = value.match(/"[^"]*"|[^,]+|(?<=,|^)(?=,|$)/g) ?? [''];
  return parts.map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
}

/** Makes `%`, `_` and `\` of a text stand for themselves inside a LIKE pattern. */
function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
