import type { IsoDate } from './dates.ts';
import type { WorkloadConfig } from './workload-config.ts';
import { deriveWorkloads, findCsm, type BookAccount, type Books, type Workload } from './workload.ts';

/** What one account, or the overdue tasks, add to the workload of a CSM. */
export interface WorkloadPart extends Omit<Workload, 'csmId'> {
  /** Null for the overdue tasks, which belong to the CSM and not to one account. */
  accountId: string | null;
}

/** The workload of one CSM, taken apart into accounts: each number is the sum of its parts. */
export function explainWorkload(
  { accounts, overdueTasks }: Books,
  csmId: string,
  config: WorkloadConfig,
  asOf: IsoDate,
): { total: Workload; parts: WorkloadPart[] } {
  const mine = accounts.filter((account) => findCsm(account) === csmId);
  const count = (some: BookAccount[], tasks: ReadonlyMap<string, number>) =>
    deriveWorkloads({ accounts: some, overdueTasks: tasks }, config, asOf, [csmId])[0];
  const none = {
    csmId,
    accounts: 0,
    atRisk: 0,
    overdueTasks: 0,
    overdueTouches: 0,
    renewals: 0,
    arr: 0,
    effort: 0,
  };
  const toPart = (accountId: string | null, { csmId: _csmId, ...numbers }: Workload): WorkloadPart => ({
    accountId,
    ...numbers,
  });
  const parts = mine.map((account) => toPart(account.accountId, count([account], new Map()) ?? none));
  const tasks = count([], overdueTasks) ?? none;
  return {
    total: count(mine, overdueTasks) ?? none,
    parts: tasks.overdueTasks === 0 ? parts : [...parts, toPart(null, tasks)],
  };
}
