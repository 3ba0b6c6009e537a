/** Why a row of a file, or a record made of it, is not in the org. */
export interface RowProblem {
  readonly file: string;
  /** The line on which the row begins; the header is line 1. */
  readonly line: number;
  readonly reason: string;
}

/** Thrown by whatever reads a row that cannot be loaded; the message says the column, its value and what it must be. */
export class RowError extends Error {
  override readonly name = 'RowError';
}
