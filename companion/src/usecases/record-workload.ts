import type { IsoDate } from '../domain/dates.ts';
import { NO_TALLY } from '../domain/tally.ts';
import { workloadOfTally } from '../domain/tally-totals.ts';
import type { Workload } from '../domain/workload.ts';
import { STARTER_WORKLOAD } from '../domain/workload-config.ts';
import type { Counted } from './count-accounts.ts';
import { shortHash } from './hash.ts';
import type { OrgReader, PushIntent, SyncStore } from './ports.ts';

/**
 * Decides on a `CS_Workload__c` for every CSM, one a day: what the day ends with stays as history. Numbers that are
 * as they were when last written cause no write.
 *
 * @returns how many CSMs there are
 */
export async function recordWorkload(
  orgId: string,
  { reader, store }: { reader: Pick<OrgReader, 'readTasksOfCsms'>; store: Pick<SyncStore, 'keepPushes'> },
  { asOf, at }: { asOf: IsoDate; at: string },
  { tallies }: Pick<Counted, 'tallies'>,
): Promise<number> {
  const { overdueTasks, recordedCsmIds } = await reader.readTasksOfCsms(asOf);
  const booked = tallies.filter(({ scope, tally }) => scope === 'CSM' && tally.booked > 0);
  const tallyOf = new Map(booked.map(({ value, tally }) => [value ?? '', tally]));
  // Those who look after nobody any more are told of too: their numbers of the day would stand as they were.
  const csmIds = [...new Set([...tallyOf.keys(), ...recordedCsmIds])].sort();
  const workloads = csmIds.map((csmId) =>
    workloadOfTally(csmId, tallyOf.get(csmId) ?? NO_TALLY, overdueTasks.get(csmId) ?? 0, STARTER_WORKLOAD),
  );
  await store.keepPushes(
    orgId,
    workloads.map((workload) => toPush(workload, asOf)),
    at,
  );
  return workloads.length;
}

function toPush(workload: Workload, asOf: IsoDate): PushIntent {
  const { csmId } = workload;
  const fields = {
    CS_CSM__c: csmId,
    CS_As_Of__c: asOf,
    CS_Accounts__c: workload.accounts,
    CS_At_Risk__c: workload.atRisk,
    CS_Overdue_Tasks__c: workload.overdueTasks,
    CS_Overdue_Touches__c: workload.overdueTouches,
    CS_Renewals_90d__c: workload.renewals,
    CS_ARR__c: workload.arr,
    CS_Effort__c: workload.effort,
  };
  return {
    object: 'CS_Workload__c',
    key: `${csmId}:${asOf}`,
    parentId: csmId,
    fields,
    hash: shortHash(fields),
  };
}
