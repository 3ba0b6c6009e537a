import type { z } from 'zod';
import type { CsvCells } from './bulk-results.ts';

/** What a cell of text stands for. */
type Cast = (text: string) => string | number | boolean;

const casts = new WeakMap<z.ZodObject, Map<string, Cast>>();

/** Turns the cells of a row into what they stand for. */
export type Typer = (cells: CsvCells) => Record<string, unknown>;

/**
 * Rows of a bulk query in the types of their shape: REST answers numbers, booleans and null, where a CSV has text
 * alone. Fields behind a lookup (`Owner.Name`) become objects, null where all their cells are empty.
 */
export function createTyper(shape: z.ZodObject, header: CsvCells): Typer {
  const known = casts.get(shape) ?? castsOf(shape);
  casts.set(shape, known);
  const columns = header.map((column) => {
    const [name = '', ...behind] = column.split('.');
    return { name, behind: behind.join('.'), cast: known.get(name) ?? String };
  });
  return (cells) => {
    const row: Record<string, unknown> = {};
    columns.forEach(({ name, behind, cast }, index) => {
      const text = cells[index] ?? '';
      if (behind === '') row[name] = text === '' ? null : cast(text);
      else putBehind(row, name, behind, text);
    });
    return row;
  };
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
