import { mkdirSync, writeFileSync, appendFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { RowProblem } from './csv/row-problem.ts';

/** Problems are kept in memory up to here; the file has them all. */
const SHOWN = 5;

/** A CSV file of everything that could not be loaded: file, line, reason. Written as it happens, so a crash keeps it. */
export class ProblemLog {
  readonly path: string;
  readonly first: RowProblem[] = [];
  count = 0;

  /** Starts the file anew. */
  constructor(file: string) {
    this.path = file;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, stringify([['file', 'line', 'reason']]));
  }

  readonly add = (problem: RowProblem): void => {
    this.count += 1;
    if (this.first.length < SHOWN) this.first.push(problem);
    appendFileSync(this.path, stringify([[problem.file, problem.line, problem.reason]]));
  };
}
