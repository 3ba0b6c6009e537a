import { GraphQLError } from 'graphql';

/**
 * A place in an ordered list of records. It names the record it stands on, so that records that come or go
 * ahead of it while a client pages neither repeat nor drop another; the index serves when that record is gone.
 */
export interface Cursor {
  id: string;
  index: number;
}

const VERSION = '1';

/** Makes a cursor opaque. */
export function encodeCursor({ id, index }: Cursor): string {
  return Buffer.from(JSON.stringify({ v: VERSION, i: index, id })).toString('base64');
}

/** Reads a cursor back. Throws a GraphQLError for a text that never was one. */
export function decodeCursor(text: string): Cursor {
  const parsed = parse(Buffer.from(text, 'base64').toString('utf8'));
  const { v, i, id } = (parsed ?? {}) as { v?: unknown; i?: unknown; id?: unknown };
  if (v !== VERSION || typeof id !== 'string' || !Number.isSafeInteger(i) || Number(i) < 0) {
    throw new GraphQLError(`The after argument is not a cursor of this query: ${JSON.stringify(text)}`);
  }
  return { id, index: Number(i) };
}

/** The position in `ids` of the first record after a cursor. */
export function positionAfter(ids: readonly string[], after: Cursor): number {
  const at = ids.indexOf(after.id);
  return at >= 0 ? at + 1 : Math.min(after.index, ids.length);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
