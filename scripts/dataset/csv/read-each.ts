import { readRows, type CsvFile, type Row } from './read-rows.ts';
import { RowError, type RowProblem } from './row-problem.ts';

/**
 * Reads a file and makes something of each row. A row that `interpret` refuses with a {@link RowError} is reported
 * with its line, and the reading goes on.
 */
export async function* readEach<Column extends string, T>(
  folder: string,
  file: CsvFile<Column>,
  interpret: (row: Row<Column>) => T,
  onProblem: (problem: RowProblem) => void,
): AsyncGenerator<T> {
  for await (const row of readRows(folder, file, onProblem)) {
    let made: T;
    try {
      made = interpret(row);
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      onProblem({ file: file.name, line: row.line, reason: error.message });
      continue;
    }
    yield made;
  }
}
