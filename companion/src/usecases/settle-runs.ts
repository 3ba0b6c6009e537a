import type { IsoDate } from '../domain/dates.ts';
import type { OrgReader, OrgWriter } from './ports.ts';

/** What was put right, and how many steps wait for longer than they should. */
export interface SettledRuns {
  completed: number;
  resumed: number;
  overdueSteps: number;
}

/**
 * Completes runs of which no step is open, and resumes completed ones that have one: a page does both itself, unless
 * it was closed between the step and the run. Repeating it does no harm.
 */
export async function settleRuns(
  { reader, writer }: { reader: Pick<OrgReader, 'readRunStates'>; writer: Pick<OrgWriter, 'setRunStatus'> },
  asOf: IsoDate,
): Promise<SettledRuns> {
  const { finishedIds, unfinishedIds, overdueSteps } = await reader.readRunStates(asOf);
  if (finishedIds.length > 0) await writer.setRunStatus(finishedIds, 'Completed', asOf);
  if (unfinishedIds.length > 0) await writer.setRunStatus(unfinishedIds, 'Active', null);
  return { completed: finishedIds.length, resumed: unfinishedIds.length, overdueSteps };
}
