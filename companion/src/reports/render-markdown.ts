import type { ReportInput } from './render-report.ts';
import { count, percent, qualityRows, tellAuc, verdict } from './wording.ts';

/** The report as Markdown. */
export function renderMarkdown({ title, madeOn, notes, result }: ReportInput): string {
  const { customers, lost, quality, presentAuc, bands, bandsOf, powers, odds, weights } = result;
  const sections = [
    `# Back-test: ${title}`,
    `${madeOn}. ${count(customers)} customers with a known outcome, ${count(lost)} lost.`,
    `**${verdict(result)}**`,
    list([...result.reasons, ...result.warnings.map((warning) => `Warning: ${warning}`)]),
    quality && `## How well losses are foretold\n\n${table(['', '', ''], qualityRows(quality, presentAuc))}`,
    quality &&
      `## Reliability\n\n${table(
        ['Customers', 'Predicted', 'Observed', '95 % interval'],
        quality.reliability.map((bin) => [
          count(bin.customers),
          percent(bin.predicted),
          percent(bin.observed),
          `${percent(bin.low)} to ${percent(bin.high)}`,
        ]),
      )}`,
    bands.length > 0 &&
      `## What became of each band\n\nBands of the ${bandsOf === 'score' ? 'risk that the present weights give' : 'predicted loss in percent'}.\n\n${table(
        ['Band', 'From', 'Customers', 'Lost', 'Share lost', '95 % interval'],
        bands.map((each) => [
          each.band,
          String(each.from),
          count(each.customers),
          count(each.lost),
          percent(each.observed),
          each.observed === null ? '–' : `${percent(each.low)} to ${percent(each.high)}`,
        ]),
      )}`,
    powers.length > 0 &&
      `## What each tells by itself\n\n${table(
        ['Signal', 'AUC (95 % interval)', 'Known of'],
        powers
          .toSorted((a, b) => (b.auc?.value ?? 0) - (a.auc?.value ?? 0))
          .map(({ column, auc, known }) => [column, tellAuc(auc), count(known)]),
      )}`,
    weights &&
      `## Proposed weights\n\n${table(
        ['Signal', 'Weight', 'Reason'],
        Object.entries(weights).map(([name, { value, reason }]) => [name, value.toFixed(2), reason]),
      )}`,
    odds.length > 0 &&
      `## The model\n\nOdds of loss against the reference of each signal, all else equal.\n\n${table(
        ['Signal', 'With', 'Against', 'Odds ratio', '95 % interval'],
        odds.flatMap(({ column, reference, points }) =>
          points.map(({ label, oddsRatio, low, high }) => [
            column,
            label,
            reference,
            oddsRatio.toFixed(2),
            `${low.toFixed(2)} to ${high.toFixed(2)}`,
          ]),
        ),
      )}`,
    notes.length > 0 && `## The data\n\n${list(notes)}`,
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
const cell = (text: string) => text.replaceAll('|', '\\|');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
