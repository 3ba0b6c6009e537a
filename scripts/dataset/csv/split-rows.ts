/** A row's text with the line on which it begins, or the line of a quote that never closes. */
export type RowText =
  { readonly line: number; readonly text: string } | { readonly line: number; readonly unclosed: true };

/** No sane cell has more line breaks: past them, a quote was left open by mistake. */
const MAX_ROW_LINES = 50;

/**
 * Joins the lines of a CSV file to rows: a line break inside quotes belongs to the row. A quote that is never closed
 * costs its own line alone; the lines after it are rows again. Blank lines are no rows.
 */
export async function* splitRows(lines: AsyncIterable<string>): AsyncGenerator<RowText> {
  let pending: string[] = [];
  let begins = 1;
  const takeRows = function* (atEnd: boolean): Generator<RowText> {
    while (pending.length > 0) {
      const closed = closedRowLength(pending);
      if (closed === 0 && !atEnd && pending.length <= MAX_ROW_LINES) return;
      if (closed === 0) yield { line: begins, unclosed: true };
      else yield* rowOf(pending.slice(0, closed), begins);
      const taken = Math.max(1, closed);
      pending = pending.slice(taken);
      begins += taken;
    }
  };
  for await (const line of lines) {
    pending.push(line);
    yield* takeRows(false);
  }
  yield* takeRows(true);
}

/** How many of the lines make the first row, or 0 when its quotes are still open after the last of them. */
function closedRowLength(lines: readonly string[]): number {
  let open = false;
  for (const [index, line] of lines.entries()) {
    if (((line.split('"').length - 1) & 1) === 1) open = !open;
    if (!open) return index + 1;
  }
  return 0;
}

function* rowOf(lines: readonly string[], line: number): Generator<RowText> {
  const text = lines.join('\n');
  if (text.trim() !== '') yield { line, text };
}
