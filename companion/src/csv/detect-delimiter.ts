import { createRowJoiner } from './row-joiner.ts';

/** What may stand between two cells. */
export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const;
export type DelimiterName = keyof typeof DELIMITERS;

const ROWS_LOOKED_AT = 50;
/** What spreadsheets write first to say which delimiter they used. */
export const SEPARATOR_LINE = /^sep=(.)$/i;

/**
 * The delimiter that a file begins with: the one by which most of the first rows have as many cells as the heading, of
 * several the one that makes more cells. A file of one column has none, and is read by commas.
 */
export function detectDelimiter(head: string): DelimiterName {
  const lines = head.split(/\r\n|\n|\r/);
  // The last one may be cut off.
  if (lines.length > 1) lines.pop();
  const declared = SEPARATOR_LINE.exec(lines[0] ?? '')?.[1];
  const named = names().find((name) => DELIMITERS[name] === declared);
  if (named) return named;
  const judged = names().map((name) => ({ name, ...judge(lines, DELIMITERS[name]) }));
  judged.sort((a, b) => b.fitting - a.fitting || b.cells - a.cells);
  const [best] = judged.filter(({ cells }) => cells > 1);
  return best?.name ?? 'comma';
}

const names = () => Object.keys(DELIMITERS) as DelimiterName[];

function judge(lines: readonly string[], delimiter: string): { fitting: number; cells: number } {
  const joiner = createRowJoiner(delimiter);
  const counts: number[] = [];
  for (const text of lines) {
    for (const row of joiner.push({ text, end: '\n' })) counts.push('cells' in row ? row.cells.length : 0);
    if (counts.length >= ROWS_LOOKED_AT) break;
  }
  if (counts.length < ROWS_LOOKED_AT) {
    for (const row of joiner.end()) counts.push('cells' in row ? row.cells.length : 0);
  }
  const [cells = 0] = counts;
  return { cells, fitting: counts.filter((count) => count === cells).length / Math.max(1, counts.length) };
}
