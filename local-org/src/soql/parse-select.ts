import { notImplemented } from '../errors.ts';
import type { Query, SelectItem } from './ast.ts';
import { parseCall } from './parse-condition.ts';
import type { TokenCursor } from './token-cursor.ts';

const FIELD_GROUPS = ['ALL', 'CUSTOM', 'STANDARD'] as const;

/** Reads what stands between SELECT and FROM. */
export function parseSelectList(
  cursor: TokenCursor,
  parseQuery: (cursor: TokenCursor) => Query,
): SelectItem[] {
  const items: SelectItem[] = [];
  do items.push(parseSelectItem(cursor, parseQuery));
  while (cursor.takeSymbol(','));
  return items;
}

function parseSelectItem(cursor: TokenCursor, parseQuery: (cursor: TokenCursor) => Query): SelectItem {
  if (cursor.takeSymbol('(')) {
    const query = cursor.nested(() => parseQuery(cursor));
    cursor.expectSymbol(')');
    return { kind: 'subquery', query };
  }
  if (cursor.isKeyword('TYPEOF') && cursor.next.kind === 'name') throw notImplemented('TYPEOF');
  if (cursor.next.raw === '(' && cursor.isKeyword('FIELDS')) return parseFieldGroup(cursor);
  if (cursor.next.raw === '(') {
    const call = parseCall(cursor);
    const alias = cursor.takeAlias();
    return alias === undefined ? { kind: 'aggregate', call } : { kind: 'aggregate', call, alias };
  }
  const path = cursor.expectPath();
  const alias = cursor.takeAlias();
  return alias === undefined ? { kind: 'field', path } : { kind: 'field', path, alias };
}

function parseFieldGroup(cursor: TokenCursor): SelectItem {
  cursor.advance();
  cursor.expectSymbol('(');
  const group = FIELD_GROUPS.find((name) => cursor.takeKeyword(name));
  if (!group) throw cursor.unexpected('ALL, CUSTOM or STANDARD');
  cursor.expectSymbol(')');
  return { kind: 'fields', group };
}
