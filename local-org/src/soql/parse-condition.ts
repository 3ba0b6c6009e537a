import { notImplemented } from '../errors.ts';
import type { Comparison, Condition, FunctionCall, Operand, Query } from './ast.ts';
import { AGGREGATE_FUNCTIONS, DATE_FUNCTIONS, DISPLAY_FUNCTIONS, UNMODELLED_FUNCTIONS } from './functions.ts';
import { parseLiteral } from './parse-literal.ts';
import type { TokenCursor } from './token-cursor.ts';

type ParseQuery = (cursor: TokenCursor) => Query;

const SYMBOL_OPERATORS = ['=', '!=', '<=', '>=', '<', '>'] as const;

/**
 * Reads a WHERE or HAVING expression. AND and OR on one level need parentheses, as on the platform: there is
 * no precedence between them.
 */
export function parseCondition(cursor: TokenCursor, parseQuery: ParseQuery): Condition {
  const first = parseTerm(cursor, parseQuery);
  const word = cursor.isKeyword('AND') ? 'AND' : cursor.isKeyword('OR') ? 'OR' : undefined;
  if (!word) return first;
  const terms = [first];
  while (cursor.takeKeyword(word)) terms.push(parseTerm(cursor, parseQuery));
  if (cursor.isKeyword('AND', 'OR')) throw cursor.unexpected('parentheses where AND and OR meet');
  return { kind: word === 'AND' ? 'and' : 'or', terms };
}

function parseTerm(cursor: TokenCursor, parseQuery: ParseQuery): Condition {
  if (cursor.takeKeyword('NOT')) {
    return { kind: 'not', term: cursor.nested(() => parseTerm(cursor, parseQuery)) };
  }
  if (cursor.takeSymbol('(')) {
    const inner = cursor.nested(() => parseCondition(cursor, parseQuery));
    cursor.expectSymbol(')');
    return inner;
  }
  return parseComparison(cursor, parseQuery);
}

function parseComparison(cursor: TokenCursor, parseQuery: ParseQuery): Condition {
  const left = parseOperand(cursor);
  const op = parseOperator(cursor);
  if (op !== 'IN' && op !== 'NOT IN' && op !== 'INCLUDES' && op !== 'EXCLUDES') {
    return { kind: 'compare', left, op, right: parseLiteral(cursor, op === 'LIKE') };
  }
  cursor.expectSymbol('(');
  if (cursor.isKeyword('SELECT') && (op === 'IN' || op === 'NOT IN')) {
    const query = parseQuery(cursor);
    cursor.expectSymbol(')');
    return { kind: 'semiJoin', left, op, query };
  }
  const right = [parseLiteral(cursor)];
  while (cursor.takeSymbol(',')) right.push(parseLiteral(cursor));
  cursor.expectSymbol(')');
  return { kind: 'compare', left, op, right };
}

function parseOperator(cursor: TokenCursor): Comparison {
  const symbol = SYMBOL_OPERATORS.find((candidate) => cursor.takeSymbol(candidate));
  if (symbol) return symbol;
  if (cursor.takeKeyword('NOT', 'IN')) return 'NOT IN';
  for (const word of ['LIKE', 'IN', 'INCLUDES', 'EXCLUDES'] as const) {
    if (cursor.takeKeyword(word)) return word;
  }
  throw cursor.unexpected('a comparison operator');
}

/** A field path or a function call. */
export function parseOperand(cursor: TokenCursor): Operand {
  return cursor.next.raw === '('
    ? { kind: 'call', call: parseCall(cursor) }
    : { kind: 'field', path: cursor.expectPath() };
}

/** `COUNT()`, `SUM(CS_ARR__c)`, `CALENDAR_YEAR(CreatedDate)`, `toLabel(Status)`. */
export function parseCall(cursor: TokenCursor): FunctionCall {
  const name = cursor.current.value.toUpperCase();
  if (UNMODELLED_FUNCTIONS.has(name)) throw notImplemented(`the function ${name}`);
  const known = AGGREGATE_FUNCTIONS.has(name) || DATE_FUNCTIONS.has(name) || DISPLAY_FUNCTIONS.has(name);
  cursor.expectName('a function');
  if (!known) throw cursor.unexpected('a field, or a function that SOQL has');
  cursor.expectSymbol('(');
  if (name === 'COUNT' && cursor.takeSymbol(')')) return { name };
  if (cursor.next.raw === '(') throw notImplemented('a function of a function');
  const arg = cursor.expectPath();
  cursor.expectSymbol(')');
  return { name, arg };
}
