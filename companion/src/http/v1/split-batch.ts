import type { z } from 'zod';
import type { ItemError } from '../../usecases/record-events.ts';

/** The items of a batch that are of a shape, each with its place, and what is wrong with each of the others. */
export function splitBatch<T extends z.ZodType>(
  batch: readonly unknown[],
  shape: T,
): { items: { index: number; item: z.output<T> }[]; errors: ItemError[] } {
  const items: { index: number; item: z.output<T> }[] = [];
  const errors: ItemError[] = [];
  for (const [index, each] of batch.entries()) {
    const read = shape.safeParse(each);
    if (read.success) items.push({ index, item: read.data });
    else errors.push({ index, code: 'invalid', message: describe(read.error) });
  }
  return { items, errors };
}

/** The first things that are wrong with an item, each with its field. */
function describe({ issues }: z.ZodError): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join('; ');
}
