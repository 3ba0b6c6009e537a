/** A line with the characters that ended it, which belong to the text where the line is inside quotes. */
export interface Line {
  text: string;
  end: string;
  /** Given instead of the text when the line is longer than {@link MAX_LINE_LENGTH}. */
  tooLong?: true;
}

/** Longer lines are no rows: they would have to be held in memory whole. */
export const MAX_LINE_LENGTH = 1024 * 1024;

const BREAK = /\r\n|\n|\r/g;

/** Cuts text into lines, as many at a time as a chunk ends. Never holds more than one line of bounded length. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let rest = '';
  let isTooLong = false;
  const toLine = (text: string, end: string): Line => {
    const line: Line =
      isTooLong || text.length > MAX_LINE_LENGTH ? { text: '', end, tooLong: true } : { text, end };
    isTooLong = false;
    return line;
  };
  for await (const chunk of chunks) {
    const text = rest + chunk;
    const lines: Line[] = [];
    let start = 0;
    // A carriage return at the very end may be the first half of a break.
    const limit = text.endsWith('\r') ? text.length - 1 : text.length;
    for (const found of text.matchAll(BREAK)) {
      if (found.index >= limit) break;
      lines.push(toLine(text.slice(start, found.index), found[0]));
      start = found.index + found[0].length;
    }
    rest = text.slice(start);
    if (rest.length > MAX_LINE_LENGTH) {
      isTooLong = true;
      rest = rest.endsWith('\r') ? '\r' : '';
    }
    if (lines.length > 0) yield lines;
  }
  if (rest.endsWith('\r')) yield [toLine(rest.slice(0, -1), '\r')];
  else if (rest !== '' || isTooLong) yield [toLine(rest, '')];
}
