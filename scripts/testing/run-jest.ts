import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../process/root.ts';

/** How a test run ended. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

export interface JestRun {
  /** Names the report file: `node`, `lwc`. */
  name: string;
  /** Jest's own command file. */
  bin: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
}

/** Runs Jest with its output shown, and counts from its report; a suite that cannot run counts as a failed test. */
export async function runJest(run: JestRun): Promise<Tally> {
  const report = inRoot('.cache', 'test', `${run.name}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const child = spawn(process.execPath, [run.bin, ...run.args, '--json', `--outputFile=${report}`], {
    cwd: inRoot(),
    // The JSON goes to the file; Jest's readable output comes on stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: run.env,
  });
  const code = await new Promise<number>((resolve) => child.on('exit', (exit) => resolve(exit ?? 1)));
  const tally = tallyOf(readReport(report));
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** Counts a Jest report. */
export function tallyOf(report: JestReport | undefined): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Adds tallies up. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

function readReport(file: string): JestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    // Jest ended before it could write one; its own output says why.
    return undefined;
  }
}
