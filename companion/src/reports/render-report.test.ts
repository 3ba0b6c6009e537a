import { describe, expect, test } from '@jest/globals';
import { backTest } from '../domain/backtest/back-test.ts';
import { shareWeights } from '../domain/backtest/share-weights.ts';
import { buildTable } from '../domain/backtest/testing/build-table.ts';
import { renderReport } from './render-report.ts';
import { summariseBackTest } from './summarise-back-test.ts';

const OPTIONS = {
  seed: 1,
  nonNegative: false,
  bands: { watchFrom: 40, atRiskFrom: 70 },
  propose: (_model: unknown, odds: Parameters<typeof shareWeights>[0]) => shareWeights(odds),
};
const result = backTest(buildTable(400, 1), OPTIONS);
const proposed = { title: 'Acme <b> & Co', madeOn: '2026-11-23', notes: ['A note.'], result };
const abstained = { ...proposed, result: backTest(buildTable(20, 1), OPTIONS) };

describe('the report', () => {
  test('as HTML stands alone, escapes what it is given, and draws ten points with their intervals', () => {
    const html = renderReport(proposed, '.html');
    expect(html).toContain('Acme &lt;b&gt; &amp; Co');
    expect(html).not.toMatch(/<script|<link|src=|<b>/);
    expect(html.match(/<circle /g)).toHaveLength(10);
    expect(html.match(/<line class="interval"/g)).toHaveLength(10);
    expect(html).toContain('Proposed weights');
  });

  test('draws every point within the picture', () => {
    const html = renderReport(proposed, '.html');
    const places = [...html.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].flatMap(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(420);
  });

  test('as Markdown has the same sections and numbers', () => {
    const text = renderReport(proposed, '.md');
    const headings = [
      'How well losses are foretold',
      'Reliability',
      'What became of each band',
      'Proposed weights',
    ];
    for (const heading of headings) expect(text).toContain(`## ${heading}`);
    expect(text).toContain(`| AUC | ${result.quality?.auc?.value.toFixed(3)} `);
  });

  test('as JSON gives back all of it', () => {
    expect(JSON.parse(renderReport(proposed, '.json'))).toEqual(JSON.parse(JSON.stringify(proposed)));
  });

  test('says why it abstains, and shows no empty sections', () => {
    const html = renderReport(abstained, '.html');
    expect(html).toContain('No weights are proposed.');
    expect(html).toContain('Too few lost customers');
    expect(html).not.toContain('<h2>How well');
    expect(renderReport(abstained, '.md')).not.toContain('## How well');
  });
});

test('the summary for a terminal ends with the weights and their reasons, or with why there are none', () => {
  const lines = summariseBackTest(proposed);
  expect(lines.slice(-3).every((line) => /^ {2}0\.\d\d {2}\w+: With /.test(line))).toBe(true);
  expect(summariseBackTest(abstained).at(-1)).toMatch(/^ {2}Too few/);
});
