import { statSync } from 'node:fs';
import { dayOf, type CalendarDay } from '../dates/calendar-day.ts';
import { loadPersonas } from '../demo/load-personas.ts';
import { CSMS } from '../demo/personas.ts';
import { connectOrg } from '../org-client/connect-org.ts';
import type { OrgAccess } from '../org-client/org-access.ts';
import { CommandError } from '../process/command-error.ts';
import { findLastDay } from './find-last-day.ts';
import { loadContext } from './load-context.ts';
import { loadDataset } from './load-dataset.ts';
import type { LoadReport } from './load-report.ts';
import { ProblemLog } from './problem-log.ts';

/** What may differ from run to run. */
export interface RavenstackOptions {
  /** The day on which the data is to end; default the day of today, UTC. */
  readonly today?: CalendarDay;
  /** Where the problems are written; default `.tenure/ravenstack-problems.csv` in the working folder. */
  readonly reportFile?: string;
}

/**
 * Loads the RavenStack dataset from a folder of CSV files through the org's Bulk API, with all days moved so that the
 * last one is today, and makes the demo users, who get the accounts. docs/datasets.md has the rules. A second run
 * changes what the first one made and adds nothing. Wants an org with `force-app` deployed and an administrator's token.
 *
 * @throws CommandError before anything is written, when the folder, a file or a column is missing
 */
export async function loadRavenstack(
  access: OrgAccess,
  folder: string,
  progress: (text: string) => void,
  options: RavenstackOptions = {},
): Promise<LoadReport> {
  const today = options.today ?? dayOf(new Date());
  requireFolder(folder);
  progress(`reading ${folder}`);
  const context = loadContext(folder, today, await findLastDay(folder, today));
  const problems = new ProblemLog(options.reportFile ?? '.tenure/ravenstack-problems.csv');
  const org = connectOrg(access);
  const users = await loadPersonas(org, progress);
  return loadDataset(
    org,
    context,
    CSMS.map(({ key }) => users[key]),
    problems,
    progress,
  );
}

function requireFolder(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(
      `There is no folder "${folder}"; --from must name the folder that holds accounts.csv.`,
    );
  }
}
