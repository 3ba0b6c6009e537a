import type { z } from 'zod';
import type { CsvRow } from './bulk-results.ts';

/** What a cell of text stands for. */
type Cast = (text: string) => string | number | boolean;

const casts = new WeakMap<z.ZodObject, Map<string, Cast>>();

/**
 * A row of a bulk query in the types of its shape: REST answers numbers, booleans and null, where a CSV has text
 * alone. Fields behind a lookup (`Owner.Name`) become objects, null where all their cells are empty.
 */
export function typeRow(shape: z.ZodObject, cells: CsvRow): Record<string, unknown> {
  const known = casts.get(shape) ?? castsOf(shape);
  casts.set(shape, known);
  const row: Record<string, unknown> = {};
  for (const [column, text] of Object.entries(cells)) {
    const [first = '', ...rest] = column.split('.');
    if (rest.length === 0) row[first] = text === '' ? null : (known.get(first) ?? String)(text);
    else putBehind(row, first, rest.join('.'), text);
  }
  return row;
}

function putBehind(row: Record<string, unknown>, lookup: string, field: string, text: string): void {
  const before = (row[lookup] ?? null) as Record<string, unknown> | null;
  row[lookup] = text === '' ? before : { ...before, [field]: text };
}

/** Found by asking the shape itself which kind of value it takes. */
function castsOf(shape: z.ZodObject): Map<string, Cast> {
  return new Map(
    Object.entries(shape.shape as Record<string, z.ZodType>).map(([name, field]): [string, Cast] => {
      if (field.safeParse(0).success) return [name, Number];
      if (field.safeParse(true).success) return [name, (text) => text === 'true'];
      return [name, String];
    }),
  );
}
