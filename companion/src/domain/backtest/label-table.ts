import type { IsoDate } from '../dates.ts';

/** What one cell holds; null where nothing is known. */
export type Cell = number | string | null;

/** What a column is: numbers that have an order and a distance, or names that have neither. */
export interface Column {
  name: string;
  kind: 'number' | 'category';
}

/** One customer of the past: what was known, and how it ended. */
export interface Example {
  id: string;
  /** Whether the customer was lost. */
  lost: boolean;
  /** The day of the decision; null where the table has no dates. */
  on: IsoDate | null;
  /** In the order of the table's columns. */
  cells: Cell[];
  /** The risk that the rules of today give these facts, 0–100; null where there are no rules for them. */
  score: number | null;
}

/** Customers whose outcome is known. */
export interface LabelTable {
  columns: Column[];
  examples: Example[];
}

export const countLost = (examples: readonly Example[]) => examples.filter(({ lost }) => lost).length;
