import type { Literal } from './ast.ts';
import { dateLiteralKind } from './date-literals.ts';
import type { TokenCursor } from './token-cursor.ts';

/** Reads one value of a filter. With `asPattern` a string keeps the escapes of `%` and `_`. */
export function parseLiteral(cursor: TokenCursor, asPattern = false): Literal {
  const token = cursor.current;
  switch (token.kind) {
    case 'string':
      cursor.advance();
      return { kind: 'string', value: asPattern ? (token.pattern ?? token.value) : token.value };
    case 'number':
      cursor.advance();
      return { kind: 'number', value: Number(token.value) };
    case 'date':
    case 'datetime':
      cursor.advance();
      return { kind: token.kind, value: token.value };
    case 'name':
      return parseWord(cursor);
    default:
      if (cursor.isSymbol(':'))
        throw cursor.malformed('Only variable references are allowed in dynamic SOQL/SOSL.');
      throw cursor.unexpected('a value');
  }
}

function parseWord(cursor: TokenCursor): Literal {
  const word = cursor.current.value.toUpperCase();
  if (word === 'NULL' || word === 'TRUE' || word === 'FALSE') {
    cursor.advance();
    return word === 'NULL' ? { kind: 'null' } : { kind: 'boolean', value: word === 'TRUE' };
  }
  const kind = dateLiteralKind(word);
  if (!kind) throw cursor.unexpected('a value: text stands in single quotes');
  cursor.advance();
  if (kind === 'plain') return { kind: 'dateLiteral', name: word };
  if (!cursor.takeSymbol(':')) throw cursor.malformed(`expecting a colon, found '${cursor.current.raw}'`);
  return { kind: 'dateLiteral', name: word, n: cursor.expectWholeNumber(word) };
}
