/** Which own value stands for which of ours, as typed; `ours` is empty where nothing is said yet. */
export interface ValueLine {
  own: string;
  ours: string;
}

/** Reads `CS_Values__c`: a line each, such as `Gold = Strategic`. The last equals sign of a line counts. */
export function linesOf(text: string | null): ValueLine[] {
  return (text ?? '').split(/\r?\n/).flatMap((line) => {
    const at = line.lastIndexOf('=');
    const own = line.slice(0, Math.max(at, 0)).trim();
    return own === '' ? [] : [{ own, ours: line.slice(at + 1).trim() }];
  });
}

/** The lines as they are kept; without those that say nothing, null where none is left. */
export function textOfLines(lines: readonly ValueLine[]): string | null {
  const said = lines.filter(({ own, ours }) => own.trim() !== '' && ours.trim() !== '');
  return said.length === 0 ? null : said.map(({ own, ours }) => `${own.trim()} = ${ours.trim()}`).join('\n');
}
