import { readDate, readDateTime } from './date-values.ts';
import { queryErrorAt } from './query-error.ts';

export type TokenKind = 'name' | 'string' | 'number' | 'date' | 'datetime' | 'symbol' | 'end';

export interface Token {
  kind: TokenKind;
  /** The token as it stands in the query. */
  raw: string;
  /** What it means: a string without quotes and escapes, a datetime in UTC. */
  value: string;
  /** A string read as a LIKE pattern, where a backslash still escapes. */
  pattern?: string;
  offset: number;
}

const WHITE_SPACE = /\s+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const DATE_TIME = /\d{4}-\d{2}-\d{2}T[0-9:.]+(?:Z|[+-]\d{2}:?\d{2})?/iy;
const DATE = /\d{4}-\d{2}-\d{2}/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const SYMBOL = /!=|<>|<=|>=|[(),.:=<>]/y;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  N: '\n',
  r: '\r',
  R: '\r',
  t: '\t',
  T: '\t',
  b: '\b',
  B: '\b',
  f: '\f',
  F: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/**
 * Cuts a SOQL text into tokens; the last is always `end`.
 * Strings and escapes: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let offset = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0];
  };
  for (;;) {
    offset += take(WHITE_SPACE)?.length ?? 0;
    if (offset >= text.length) break;
    const token = text[offset] === "'" ? readString(text, offset) : readPlain(text, offset, take);
    tokens.push(token);
    offset += token.raw.length;
  }
  tokens.push({ kind: 'end', raw: '<EOF>', value: '', offset: text.length });
  return tokens;
}

function readPlain(text: string, offset: number, take: (pattern: RegExp) => string | undefined): Token {
  const name = take(NAME);
  if (name !== undefined) return { kind: 'name', raw: name, value: name, offset };
  const dateTime = take(DATE_TIME);
  if (dateTime !== undefined) {
    const value = readDateTime(dateTime);
    if (value === undefined) throw malformed(text, offset, `Invalid datetime: ${dateTime}`);
    return { kind: 'datetime', raw: dateTime, value, offset };
  }
  const date = take(DATE);
  if (date !== undefined) {
    if (readDate(date) === undefined) throw malformed(text, offset, `Invalid date: ${date}`);
    return { kind: 'date', raw: date, value: date, offset };
  }
  const number = take(NUMBER);
  if (number !== undefined) return { kind: 'number', raw: number, value: number, offset };
  const symbol = take(SYMBOL);
  if (symbol !== undefined) {
    return { kind: 'symbol', raw: symbol, value: symbol === '<>' ? '!=' : symbol, offset };
  }
  throw malformed(text, offset, `no viable alternative at character '${text[offset] ?? ''}'`);
}

function readString(text: string, offset: number): Token {
  let value = '';
  let pattern = '';
  let at = offset + 1;
  while (at < text.length && text[at] !== "'") {
    if (text[at] !== '\\') {
      value += text[at];
      pattern += text[at];
      at += 1;
      continue;
    }
    const escape = text[at + 1] ?? '';
    const unicode = /^u([0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[1];
    const character = unicode ? String.fromCharCode(parseInt(unicode, 16)) : ESCAPES[escape];
    if (character !== undefined) {
      value += character;
      pattern += character === '\\' ? '\\\\' : character;
    } else if (escape === '_' || escape === '%') {
      value += escape;
      pattern += `\\${escape}`;
    } else {
      throw malformed(
        text,
        at,
        `Invalid string escape '\\${escape}': expected one of \\n \\r \\t \\b \\f \\" \\' \\\\ \\_ \\% \\uXXXX`,
      );
    }
    at += unicode ? 6 : 2;
  }
  if (at >= text.length)
    throw malformed(text, offset, "no viable alternative at character '<EOF>': the string is not closed");
  return { kind: 'string', raw: text.slice(offset, at + 1), value, pattern, offset };
}

function malformed(text: string, offset: number, message: string): Error {
  return queryErrorAt('MALFORMED_QUERY', text, offset, message);
}
