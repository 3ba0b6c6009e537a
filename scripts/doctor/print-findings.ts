import { isWell, type Finding } from './finding.ts';

const MARKS: Record<Finding['level'], { text: string; color: number }> = {
  ok: { text: 'ok  ', color: 32 },
  warn: { text: 'warn', color: 33 },
  fail: { text: 'FAIL', color: 31 },
};

/** One page: a heading an area, a line a finding, and below each one that is not green what to do. */
export function printFindings(findings: readonly Finding[], colors: boolean): string {
  const paint = (text: string, color: number) => (colors ? `\u001b[${color}m${text}\u001b[0m` : text);
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = [...new Set(findings.map(({ area }) => area))].flatMap((area) => [
    '',
    capital(area),
    ...findings
      .filter((finding) => finding.area === area)
      .flatMap(({ level, name, detail, remedy }) => [
        `  ${paint(MARKS[level].text, MARKS[level].color)}  ${name.padEnd(width)}  ${detail}`,
        ...(remedy === null ? [] : [`        ${' '.repeat(width)}→ ${remedy}`]),
      ]),
  ]);
  return `${[...lines.slice(1), '', verdict(findings)].join('\n')}\n`;
}

function verdict(findings: readonly Finding[]): string {
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  const checks = `${findings.length} checks`;
  if (!isWell(findings)) return `${count('fail')} of ${checks} failed: each says what to do about it.`;
  return count('warn') > 0
    ? `${checks}, none failed, ${count('warn')} to keep in mind.`
    : `${checks}. All is well.`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
