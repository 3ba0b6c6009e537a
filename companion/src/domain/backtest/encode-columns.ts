import type { Cell, Column, Example } from './label-table.ts';
import { numberFeatures } from './number-features.ts';
import { nameFeatures } from './name-features.ts';
import type { Matrix } from './matrix.ts';

/** One number that the model sees of a cell. */
export interface Feature {
  kind: 'value' | 'bend' | 'level' | 'gap';
  read(cell: Cell): number;
}

/** What was learned of one column: its features, and the cells by which a reader gets to know it. */
export interface ColumnEncoding {
  column: string;
  features: Feature[];
  /** What the others are compared with: the middle of numbers, the most frequent of names. */
  reference: NamedCell;
  /** A few telling cells: points along numbers, each name of a category. */
  points: NamedCell[];
}

export interface NamedCell {
  cell: Cell;
  label: string;
}

/**
 * Learns from training examples how to turn cells into features; what a test example holds has no part in it.
 *
 * @param straight whether numbers act in a straight line only, without bends
 */
export function learnEncoding(
  columns: readonly Column[],
  examples: readonly Example[],
  straight: boolean,
): ColumnEncoding[] {
  return columns.map((column, index) => {
    const cells = examples.map((example) => example.cells[index] ?? null);
    const learned = column.kind === 'number' ? numberFeatures(cells, straight) : nameFeatures(cells);
    return { column: column.name, ...learned };
  });
}

/** The features of some examples, one row each. */
export function encode(encoding: readonly ColumnEncoding[], examples: readonly Example[]): Matrix {
  const columns = encoding.reduce((sum, { features }) => sum + features.length, 0);
  const values = new Float64Array(examples.length * columns);
  let at = 0;
  for (const example of examples) {
    for (const [index, { features }] of encoding.entries()) {
      for (const feature of features) values[at++] = feature.read(example.cells[index] ?? null);
    }
  }
  return { rows: examples.length, columns, values };
}
