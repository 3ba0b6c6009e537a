import { allOf, fieldIs, managedBy } from 'c/csAccountFilter';
import type { AccountFilter } from 'c/csAccountFilter';

/** What totals are taken over; the values of `CS_Executive_Snapshot__c.CS_Scope__c`. */
export type Scope = 'All' | 'Tier' | 'CSM' | 'Industry' | 'Region';

/** Some of the customers. `value` is the tier, industry, region or the id of the CSM; empty for all. */
export interface Segment {
  scope: Scope;
  value: string;
  /** How it is spoken of: `Enterprise`, or the name of the CSM. */
  label: string;
}

/** No segment. */
export const ALL_CUSTOMERS: Segment = { scope: 'All', value: '', label: 'All customers' };

const ACCOUNT_FIELDS = { Tier: 'CS_Tier__c', Industry: 'Industry', Region: 'BillingCountry' } as const;
const SNAPSHOT_FIELDS = {
  Tier: 'CS_Tier__c',
  CSM: 'CS_CSM__c',
  Industry: 'CS_Industry__c',
  Region: 'CS_Region__c',
} as const;

/** The accounts that are in a segment now. */
export function accountsOf({ scope, value }: Segment): AccountFilter | undefined {
  if (scope === 'All') return undefined;
  return scope === 'CSM' ? managedBy(value) : fieldIs(ACCOUNT_FIELDS[scope], value);
}

/** The snapshots of accounts that were in a segment on that day. */
export function snapshotsOf({ scope, value }: Segment): AccountFilter | undefined {
  return scope === 'All' ? undefined : fieldIs(SNAPSHOT_FIELDS[scope], value);
}

/** Child records whose account is in a segment now. */
export function earlierOf(segment: Segment, ...filters: (AccountFilter | undefined)[]): AccountFilter {
  const ofSegment = accountsOf(segment);
  return allOf(ofSegment && { CS_Account__r: ofSegment }, ...filters);
}
