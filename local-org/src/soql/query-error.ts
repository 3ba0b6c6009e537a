import { SalesforceError } from '../errors.ts';

/** How much of a query is quoted on either side of the fault. */
const CONTEXT_CHARACTERS = 40;

/**
 * An error at a place in a query, as the platform words it: the text around the fault, a caret under it, row
 * and column (both from 1), and what is wrong.
 *
 * @example queryErrorAt('MALFORMED_QUERY', 'SELECT Id FORM Account', 10, "unexpected token: 'FORM'")
 */
export function queryErrorAt(
  errorCode: string,
  text: string,
  offset: number,
  message: string,
): SalesforceError {
  const before = text.slice(0, offset);
  const row = before.split('\n').length;
  const lineStart = before.lastIndexOf('\n') + 1;
  const column = offset - lineStart + 1;
  const from = Math.max(lineStart, offset - CONTEXT_CHARACTERS);
  const nextLine = text.indexOf('\n', offset);
  const to = Math.min(nextLine < 0 ? text.length : nextLine, offset + CONTEXT_CHARACTERS);
  const context = `\n${text.slice(from, to)}\n${' '.repeat(offset - from)}^\n`;
  return new SalesforceError(errorCode, `${context}ERROR at Row:${row}:Column:${column}\n${message}`);
}
