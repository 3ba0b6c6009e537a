import type { BackTest } from '../domain/backtest/back-test.ts';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';

/** A back-test with what a reader has to know beside it. */
export interface ReportInput {
  title: string;
  madeOn: string;
  /** What the data are and what was left out, in sentences. */
  notes: string[];
  result: BackTest;
}

/** The report in the format of a file: `.html`, `.md` or `.json`. */
export function renderReport(report: ReportInput, extension: string): string {
  if (extension === '.json') return `${JSON.stringify(report, null, 2)}\n`;
  return extension === '.md' ? renderMarkdown(report) : renderHtml(report);
}
