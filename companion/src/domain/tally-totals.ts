import { MEASURE_RULES, valueOfParts } from './executive-measures.ts';
import { npsOf } from './executive-nps.ts';
import type { ExecutiveTotals } from './executive-totals.ts';
import { retentionOf } from './revenue-retention.ts';
import type { Tally } from './tally.ts';
import { workloadOf, type Workload } from './workload.ts';
import type { WorkloadConfig } from './workload-config.ts';

/** The totals that a tally comes to: the same as adding up its customers one by one. */
export function totalsOfTally(tally: Tally): ExecutiveTotals {
  const { accounts, withoutArr, renewals, withoutHealth, healthy, watch, atRisk, unscored, openAlerts } =
    tally;
  const { arrYearAgo, retainedArr, arrOfYearAgoCustomers, withoutHistory, healthPoints } = tally;
  const { promoters, passives, detractors } = tally;
  return {
    ...{ accounts, withoutArr, renewals, withoutHealth, healthy, watch, atRisk, unscored, openAlerts },
    arr: tally.arr / 100,
    arrAtRisk: tally.arrAtRisk / 100,
    renewalsArr: tally.renewalsArr / 100,
    forecast: tally.forecast / 100,
    ...retentionOf({ then: arrYearAgo, retained: retainedArr, now: arrOfYearAgoCustomers }, withoutHistory),
    ...npsOf({ promoters, passives, detractors }),
    health: valueOfParts(MEASURE_RULES.health, { amount: healthPoints, of: accounts - withoutHealth }),
  };
}

/** The workload that the tally of a CSM comes to, with her overdue tasks. */
export function workloadOfTally(
  csmId: string,
  { booked, bookedAtRisk, overdueTouches, bookedRenewals, bookedArr, effort }: Tally,
  overdueTasks: number,
  config: WorkloadConfig,
): Workload {
  const counts = { accounts: booked, atRisk: bookedAtRisk, overdueTouches, renewals: bookedRenewals };
  return workloadOf(csmId, { ...counts, cents: bookedArr, tenths: effort }, overdueTasks, config);
}
