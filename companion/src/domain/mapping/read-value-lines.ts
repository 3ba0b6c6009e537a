/** Which own value stands for which value of Tenure, as typed. */
export interface ValueLine {
  own: string;
  ours: string;
}

/**
 * Reads lines such as `Gold = Strategic`. An own value may hold an equals sign: the last one of a line counts.
 * Blank lines say nothing.
 */
export function readValueLines(text: string | null): { lines: ValueLine[]; problems: string[] } {
  const lines: ValueLine[] = [];
  const problems: string[] = [];
  for (const line of (text ?? '').split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const at = line.lastIndexOf('=');
    const own = line.slice(0, Math.max(at, 0)).trim();
    const ours = line.slice(at + 1).trim();
    if (at < 0 || own === '' || ours === '')
      problems.push(`The line "${line.trim()}" cannot be read; expected a line such as Gold = Strategic.`);
    else if (lines.some((known) => known.own.toLowerCase() === own.toLowerCase()))
      problems.push(`The value "${own}" stands in two lines; expected one.`);
    else lines.push({ own, ours });
  }
  return { lines, problems };
}
