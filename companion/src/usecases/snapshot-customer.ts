import { centsOf, type CustomerOnDay } from '../domain/customer-on-day.ts';
import type { IsoDate } from '../domain/dates.ts';
import { shortHash } from './hash.ts';
import type { PushIntent } from './ports.ts';

/** A snapshot of an account as it stands, one a month: what the totals of its day are made of. */
export function snapshotCustomer(customer: CustomerOnDay, asOf: IsoDate): PushIntent {
  const cents = centsOf(customer);
  const arr = cents === null ? null : cents / 100;
  const { accountId, arrYearAgo } = customer;
  const fields = {
    CS_As_Of__c: asOf,
    CS_ARR__c: arr,
    CS_ARR_Year_Ago__c: arrYearAgo,
    CS_Retained_ARR__c: arr === null || arrYearAgo === null ? null : Math.min(arr, arrYearAgo),
    CS_Status__c: customer.status,
    CS_Tier__c: customer.tier,
    CS_Industry__c: customer.industry,
    CS_Region__c: customer.region,
    CS_CSM__c: customer.csmId,
    CS_Health__c: customer.health,
    CS_Risk_Score__c: customer.riskScore,
    CS_Risk_Band__c: customer.riskBand,
    CS_Renewal_Date__c: customer.renewalDate,
  };
  return {
    object: 'CS_Account_Snapshot__c',
    key: `${accountId}:${asOf.slice(0, 7)}`,
    parentId: accountId,
    fields,
    hash: shortHash(fields),
  };
}
