import type { ImportKind } from './kind.ts';
import type { Tally } from './tally.ts';

const MOST_REASONS = 20;
const MOST_ACCOUNTS = 10;

const number = (count: number) => count.toLocaleString('en-US');

/** The report of an import, line by line. A dry run says what would become of the rows. */
export function describeTally(tally: Tally, kind: ImportKind, dryRun: boolean): string[] {
  const { rows, refused, reasons, unknownAccounts } = tally;
  const would = dryRun ? 'would be ' : '';
  const counts: [number, string][] =
    kind.target === 'usage'
      ? [
          [
            tally.usageLines,
            `${would}added up${dryRun ? '' : ` to ${number(tally.usageDays)} account-day${tally.usageDays === 1 ? '' : 's'}`}`,
          ],
        ]
      : [
          [tally.created, `${would}created`],
          [tally.updated, `${would}updated`],
          [tally.unchanged, 'unchanged'],
        ];
  if (tally.superseded > 0) counts.push([tally.superseded, 'replaced by a later line of the same key']);
  if (tally.waiting > 0)
    counts.push([tally.waiting, `of no known account, ${dryRun ? 'would wait' : 'waiting'} in the inbox`]);
  const told = counts.map(([count, what]) => `${number(count)} ${what}`);
  return [
    `${number(rows)} rows: ${[...told, `${number(refused)} refused`].join(', ')}.`,
    ...listReasons(reasons),
    ...listAccounts(unknownAccounts),
  ];
}

function listReasons(reasons: Tally['reasons']): string[] {
  const sorted = Object.entries(reasons).toSorted(([, a], [, b]) => b.count - a.count);
  const lines = sorted.slice(0, MOST_REASONS).map(([reason, { count, lines: first }]) => {
    const more = count > first.length ? ', …' : '';
    return `${number(count).padStart(9)}  ${reason} (line ${first.join(', ')}${more})`;
  });
  const rest = sorted.length - MOST_REASONS;
  return rest > 0 ? [...lines, `           and ${number(rest)} more reasons`] : lines;
}

function listAccounts(accounts: Tally['unknownAccounts']): string[] {
  const sorted = Object.entries(accounts).toSorted(([, a], [, b]) => b - a);
  if (sorted.length === 0) return [];
  const named = sorted.slice(0, MOST_ACCOUNTS).map(([name, count]) => `${name} (${number(count)})`);
  const rest = sorted.length - named.length;
  return [`Unknown accounts: ${named.join(', ')}${rest > 0 ? ` and ${number(rest)} more` : ''}`];
}
