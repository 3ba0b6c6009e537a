import type { ColumnEncoding } from './encode-columns.ts';
import type { Cell } from './label-table.ts';

/** A name that fewer customers than this share of all have is told apart from no other rare one. */
const RARE_SHARE = 0.01;
const OTHER = 'any other';
const NOT_KNOWN = 'not known';

const nameOf = (cell: Cell) => (cell === null ? NOT_KNOWN : String(cell));

/** One feature for each name but the most frequent, which the others are compared with. */
export function nameFeatures(cells: readonly Cell[]): Omit<ColumnEncoding, 'column'> {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(nameOf(cell), (counts.get(nameOf(cell)) ?? 0) + 1);
  const frequent = [...counts]
    .filter(([, count]) => count >= RARE_SHARE * cells.length)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name]) => name);
  const known = new Set(frequent);
  const [reference = OTHER, ...rest] = frequent;
  const levels = counts.size > known.size && frequent.length > 0 ? [...rest, OTHER] : rest;
  // A name never seen in training counts with the rare ones where there were any, else as the most frequent.
  const levelOf = (cell: Cell) => (known.has(nameOf(cell)) ? nameOf(cell) : OTHER);
  return {
    features: levels.map((level) => ({ kind: 'level', read: (cell) => (levelOf(cell) === level ? 1 : 0) })),
    reference: { cell: reference, label: reference },
    points: levels.map((level) => ({ cell: level, label: level })),
  };
}
