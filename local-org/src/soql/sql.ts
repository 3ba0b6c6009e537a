import type { SQLInputValue } from 'node:sqlite';

/** A piece of a SQL statement with the values of its `?`, in order. */
export interface Sql {
  readonly text: string;
  readonly params: readonly SQLInputValue[];
}

/**
 * Builds a piece of SQL from pieces; a plain string is taken as SQL text, so only names and keywords that this
 * server wrote may be one. Values go through `bind`.
 *
 * @example sql`${column} = ${bind('Acme')}`
 */
export function sql(strings: TemplateStringsArray, ...parts: (Sql | string)[]): Sql {
  let text = strings[0] ?? '';
  const params: SQLInputValue[] = [];
  parts.forEach((part, index) => {
    if (typeof part === 'string') {
      text += part;
    } else {
      text += part.text;
      params.push(...part.params);
    }
    text += strings[index + 1] ?? '';
  });
  return { text, params };
}

/** A bound value. */
export function bind(value: SQLInputValue): Sql {
  return { text: '?', params: [value] };
}

/** A bound list, for the right of IN: one parameter whatever its length, so the statement's text stays the same. */
export function bindList(values: readonly (string | number)[]): Sql {
  return { text: '(SELECT value FROM json_each(?))', params: [JSON.stringify(values)] };
}

/** Long chains are written as a tree, since SQLite allows an expression to be 1,000 levels deep. */
const MAX_CHAIN = 100;

/** Pieces side by side, `(a) AND (b)`; undefined where there are none. */
export function join(pieces: readonly Sql[], separator: ' AND ' | ' OR '): Sql | undefined {
  if (pieces.length > MAX_CHAIN) {
    const middle = Math.ceil(pieces.length / 2);
    const halves = [join(pieces.slice(0, middle), separator), join(pieces.slice(middle), separator)];
    return join(
      halves.filter((half) => half !== undefined),
      separator,
    );
  }
  if (pieces.length <= 1) return pieces[0];
  return {
    text: pieces.map((piece) => `(${piece.text})`).join(separator),
    params: pieces.flatMap((piece) => piece.params),
  };
}

/** Pieces in a row, `a, b`. */
export function commaSeparated(pieces: readonly Sql[]): Sql {
  return { text: pieces.map(({ text }) => text).join(', '), params: pieces.flatMap(({ params }) => params) };
}
