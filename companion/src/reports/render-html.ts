import { drawReliability } from './draw-reliability.ts';
import type { ReportInput } from './render-report.ts';
import { REPORT_STYLE } from './report-style.ts';
import { count, percent, qualityRows, tellAuc, verdict } from './wording.ts';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** The report as one page that needs nothing else: no scripts, no other files. */
export function renderHtml({ title, madeOn, notes, result }: ReportInput): string {
  const { customers, lost, quality, presentAuc, bands, bandsOf, powers, odds, weights } = result;
  const tiles = quality ? qualityRows(quality, presentAuc).slice(1) : [];
  const sections = [
    section('How well losses are foretold', [
      quality && `<p>Held out: ${escape(quality.method)}.</p>`,
      quality &&
        `<dl class="tiles">${tiles.map(([name, value, meaning]) => `<div><dt>${name}</dt><dd class="value">${value}</dd><dd>${meaning}</dd></div>`).join('')}</dl>`,
    ]),
    section('Predicted and observed losses', [
      quality &&
        '<p>Each point is a tenth of the customers. On the dashed line, as many were lost as predicted.</p>' +
          `<div class="chart">${drawReliability(quality.reliability)}</div>`,
      quality &&
        table(
          ['Customers', 'Predicted', 'Observed', '95 % interval'],
          quality.reliability.map((bin) => [
            count(bin.customers),
            percent(bin.predicted),
            percent(bin.observed),
            `${percent(bin.low)} to ${percent(bin.high)}`,
          ]),
        ),
    ]),
    section('What became of each band', [
      bands.length > 0 &&
        `<p>Bands of the ${bandsOf === 'score' ? 'risk that the present weights give' : 'predicted loss in percent'}.</p>` +
          table(
            ['Band', 'From', 'Customers', 'Lost', 'Share lost', '95 % interval'],
            bands.map((each) => [
              each.band,
              String(each.from),
              count(each.customers),
              count(each.lost),
              percent(each.observed),
              each.observed === null ? '–' : `${percent(each.low)} to ${percent(each.high)}`,
            ]),
          ),
    ]),
    section('What each signal tells by itself', [
      powers.length > 0 &&
        table(
          ['Signal', 'AUC (95 % interval)', 'Known of'],
          powers
            .toSorted((a, b) => (b.auc?.value ?? 0) - (a.auc?.value ?? 0))
            .map(({ column, auc, known }) => [column, tellAuc(auc), count(known)]),
        ),
    ]),
    section('Proposed weights', [
      weights &&
        table(
          ['Signal', 'Weight', 'Reason'],
          Object.entries(weights).map(([name, { value, reason }]) => [name, value.toFixed(2), reason]),
        ),
    ]),
    section('The model', [
      odds.length > 0 &&
        '<p>Odds of loss against the reference of each signal, all else equal. Above 1 is worse.</p>' +
          table(
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
          ),
    ]),
    section('The data', [list(notes)]),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Back-test: ${escape(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<header>
<h1>Back-test</h1>
<p>${escape(title)}, ${madeOn}. ${count(customers)} customers with a known outcome, ${count(lost)} lost.</p>
<p class="verdict">${escape(verdict(result))}</p>
${list(result.reasons)}
${list(result.warnings.map((warning) => `Warning: ${warning}`))}
</header>
<main>
${sections.filter(Boolean).join('\n')}
</main>
</body>
</html>
`;
}

/** Nothing where nothing is in it. */
function section(heading: string, parts: readonly (string | null | false)[]): string {
  const inside = parts.filter(Boolean).join('\n');
  return inside === '' ? '' : `<section>\n<h2>${heading}</h2>\n${inside}\n</section>`;
}

const list = (items: readonly string[]) =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const heads = head.map((text) => `<th scope="col">${escape(text)}</th>`).join('');
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${escape(first)}</th>${rest.map((text) => `<td>${escape(text)}</td>`).join('')}</tr>`,
  );
  return `<div class="scroll" tabindex="0"><table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}
