import { readFileSync } from 'node:fs';
import path from 'node:path';
import { memoryOrg, type MemoryOrg } from '../../org-client/testing/memory-org.ts';
import { findLastDay } from '../find-last-day.ts';
import { loadContext } from '../load-context.ts';
import { loadDataset } from '../load-dataset.ts';
import type { LoadReport } from '../load-report.ts';
import { ProblemLog } from '../problem-log.ts';
import { tinyDataset, type TinyRows } from './tiny-dataset.ts';

/** The day on which the tests load. */
export const TODAY = '2026-11-22';
const CSMS = ['csm-1', 'csm-2', 'csm-3'];

/** A row that is in order, to change one thing of. */
export const ACCOUNT = 'A-1,Alpha,EdTech,US,2023-05-01,ads,Enterprise,40,False,False';
/** A row that is in order, to change one thing of. */
export const SUBSCRIPTION =
  'S-1,A-1,2023-06-01,,Enterprise,40,1000,12000,False,False,False,False,annual,True';

/** What a load left behind. */
export interface TinyLoad {
  readonly org: MemoryOrg;
  readonly report: LoadReport;
  /** The text of the problem file. */
  readonly problems: string;
}

/** Loads a tiny dataset into an org in memory; its folder is gone afterwards. */
export async function loadTiny(
  rows: TinyRows = {},
  org: MemoryOrg = auditingOrg(),
  today = TODAY,
): Promise<TinyLoad> {
  const dataset = tinyDataset(rows);
  try {
    const context = loadContext(dataset.folder, today, await findLastDay(dataset.folder, today));
    const log = new ProblemLog(path.join(dataset.folder, 'report', 'problems.csv'));
    const report = await loadDataset(org, context, CSMS, log, () => undefined);
    return { org, report, problems: readFileSync(report.reportFile, 'utf8') };
  } finally {
    dataset.remove();
  }
}

function auditingOrg(): MemoryOrg {
  return memoryOrg({ createable: { Case: ['Subject', 'CreatedDate', 'ClosedDate'] } });
}
