import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { PageEnd } from '../../usecases/query-ports.ts';

const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** The query of every list. */
export const pageQuery = z.strictObject({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_LIMIT)
    .default(DEFAULT_LIMIT)
    .describe(`How many items, at most ${MAX_LIMIT}.`),
  cursor: z.string().max(500).optional().describe('`nextCursor` of the page before; the first page without.'),
});

/** What every list answers. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    nextCursor: z
      .string()
      .nullable()
      .describe('Give it back as `cursor` for the next page; null on the last.'),
  });

const end = z.tuple([z.string(), z.string()]);

/** Where a page ended, as callers carry it: opaque to them. */
export function toCursor(page: PageEnd | null): string | null {
  return page && Buffer.from(JSON.stringify([page.value, page.id])).toString('base64url');
}

/**
 * Where the page before ended.
 *
 * @param value what the sort value of a page end has to look like
 * @throws {AppError} BAD_CURSOR when it is none that the companion gave out
 */
export function fromCursor(cursor: string | undefined, value: z.ZodType, id: z.ZodType): PageEnd | null {
  if (cursor === undefined) return null;
  try {
    const [first, second] = end.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    value.parse(first);
    id.parse(second);
    return { value: first, id: second };
  } catch (cause) {
    throw new AppError('BAD_CURSOR', 'cursor is none of this list: give back nextCursor as it came.', {
      cause,
    });
  }
}
