import type { IsoDate } from '../domain/dates.ts';
import { deriveWorkloads, type Workload } from '../domain/workload.ts';
import { STARTER_WORKLOAD } from '../domain/workload-config.ts';
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
  { reader, store }: { reader: Pick<OrgReader, 'readBooks'>; store: Pick<SyncStore, 'keepPushes'> },
  { asOf, at }: { asOf: IsoDate; at: string },
): Promise<number> {
  const { recordedCsmIds, ...books } = await reader.readBooks(asOf);
  const workloads = deriveWorkloads(books, STARTER_WORKLOAD, asOf, recordedCsmIds);
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
