import type { ReportInput } from './render-report.ts';
import { count, percent, qualityRows, tellAuc, verdict } from './wording.ts';

/** A back-test as lines for a terminal. */
export function summariseBackTest({ title, result, notes }: ReportInput): string[] {
  const { customers, lost, quality, presentAuc, bands, powers, weights, reasons, warnings } = result;
  const rows = quality ? qualityRows(quality, presentAuc) : [];
  return [
    title,
    `${count(customers)} customers with a known outcome, ${count(lost)} lost`,
    ...notes.map((note) => `  ${note}`),
    ...rows.map(([name, value]) => `${name.padEnd(28)}${value}`),
    ...bands.map(
      ({ band, customers: of, observed }) =>
        `${`Lost in ${band}`.padEnd(28)}${percent(observed)} of ${count(of)} customers`,
    ),
    ...powers
      .toSorted((a, b) => (b.auc?.value ?? 0) - (a.auc?.value ?? 0))
      .map(({ column, auc }) => `${`Alone: ${column}`.padEnd(28)}${tellAuc(auc)}`),
    ...warnings.map((warning) => `Warning: ${warning}`),
    verdict(result),
    ...reasons.map((reason) => `  ${reason}`),
    ...Object.entries(weights ?? {}).map(
      ([name, { value, reason }]) => `  ${value.toFixed(2)}  ${name}: ${reason}`,
    ),
  ];
}
