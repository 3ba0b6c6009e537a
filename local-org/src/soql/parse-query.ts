import { notImplemented } from '../errors.ts';
import type { GroupBy, OrderBy, Query } from './ast.ts';
import { parseCondition, parseOperand } from './parse-condition.ts';
import { parseSelectList } from './parse-select.ts';
import type { TokenCursor } from './token-cursor.ts';

/** Reads `SELECT … FROM …` with all its clauses, in the order the platform wants them. */
export function parseQuery(cursor: TokenCursor): Query {
  cursor.expectKeyword('SELECT');
  const select = parseSelectList(cursor, parseQuery);
  cursor.expectKeyword('FROM');
  const { offset } = cursor.current;
  const query: Query = { from: cursor.expectName('an object name'), select };
  cursor.positions.set(query, offset);
  const alias = cursor.takeAlias();
  if (alias !== undefined) query.alias = alias;
  if (cursor.isSymbol(',')) throw notImplemented('several objects in FROM');
  if (cursor.isKeyword('USING')) throw notImplemented('USING SCOPE');

  if (cursor.takeKeyword('WHERE')) query.where = parseCondition(cursor, parseQuery);
  if (cursor.isKeyword('WITH')) throw notImplemented('WITH');
  if (cursor.takeKeyword('GROUP', 'BY')) query.groupBy = parseGroupBy(cursor);
  if (cursor.takeKeyword('HAVING')) query.having = parseCondition(cursor, parseQuery);
  if (cursor.takeKeyword('ORDER', 'BY')) query.orderBy = parseOrderBy(cursor);
  if (cursor.takeKeyword('LIMIT')) query.limit = cursor.expectWholeNumber('LIMIT');
  if (cursor.takeKeyword('OFFSET')) query.offset = cursor.expectWholeNumber('OFFSET');
  if (cursor.isKeyword('FOR', 'UPDATE'))
    throw notImplemented('FOR VIEW, FOR REFERENCE, FOR UPDATE and UPDATE');
  if (cursor.takeKeyword('ALL', 'ROWS')) query.allRows = true;
  return query;
}

function parseGroupBy(cursor: TokenCursor): GroupBy[] {
  return commaSeparated(cursor, () => {
    const operand = parseOperand(cursor);
    return operand.kind === 'call' ? operand.call : operand.path;
  });
}

function parseOrderBy(cursor: TokenCursor): OrderBy[] {
  return commaSeparated(cursor, () => {
    const by = parseOperand(cursor);
    const descending = cursor.takeKeyword('DESC');
    if (!descending) cursor.takeKeyword('ASC');
    const order: OrderBy = { by, direction: descending ? 'DESC' : 'ASC' };
    if (cursor.takeKeyword('NULLS')) {
      order.nulls = cursor.takeKeyword('LAST') ? 'LAST' : 'FIRST';
      if (order.nulls === 'FIRST') cursor.expectKeyword('FIRST');
    }
    return order;
  });
}

function commaSeparated<T>(cursor: TokenCursor, parseOne: () => T): T[] {
  const items = [parseOne()];
  while (cursor.takeSymbol(',')) items.push(parseOne());
  return items;
}
