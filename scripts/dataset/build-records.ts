import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import type { Contract } from './contract.ts';
import type { LoadContext } from './load-context.ts';
import { COUNTRY, INDUSTRY, KEY_PREFIX, ONBOARDING_DAYS, PRIORITY } from './mappings.ts';
import type { SourceAccount } from './read-accounts.ts';
import type { SourceTicket } from './read-tickets.ts';
import type { UsageMonth } from './read-usage.ts';

/** An account as it is written; `csmId` owns it and answers for it. */
export function accountRecord(
  account: SourceAccount,
  contract: Contract,
  csmId: string,
  context: LoadContext,
): RecordFields {
  return {
    CS_External_Key__c: KEY_PREFIX + account.id,
    Name: account.name,
    Industry: INDUSTRY[account.industry] ?? (account.industry || null),
    BillingCountry: COUNTRY[account.country] ?? (account.country || null),
    Description: `Signed up ${account.signedUp}. ${account.industry}, plan ${account.plan}, ${account.seats} seats.`,
    OwnerId: csmId,
    CS_Manager__c: csmId,
    CS_Tier__c: account.tier,
    CS_Status__c: statusOf(account, contract, context),
    CS_ARR__c: contract.arr,
    CS_Renewal_Date__c: contract.renewalDate,
  };
}

/**
 * Who still has a subscription has not left, whatever the churn flag or the churn events say: they contradict each
 * other, and both contradict the subscriptions, which are what is paid for.
 */
function statusOf(account: SourceAccount, contract: Contract, context: LoadContext): string {
  if (!contract.running) {
    return 'Churned';
  }
  return addDays(account.signedUp, ONBOARDING_DAYS) >= context.today ? 'Onboarding' : 'Active';
}

/**
 * A month of usage as it is written. A use of a feature is the data's only measure of volume and goes where volume
 * that is no login goes; active users and logins are not in the data and stay empty.
 */
export function usageRecord(month: UsageMonth, seats: number): RecordFields {
  return {
    CS_Key__c: `${KEY_PREFIX}${month.accountId}:${month.start.slice(0, 7)}`,
    'CS_Account__r.CS_External_Key__c': KEY_PREFIX + month.accountId,
    CS_Period_Start__c: month.start,
    CS_Period_Days__c: month.days,
    CS_Licensed_Seats__c: seats,
    CS_API_Calls__c: month.uses,
    CS_Features_Used__c: Object.keys(month.features).length,
    CS_Features__c: JSON.stringify(month.features),
  };
}

/** Of five points: the upper two are content, as CSAT is usually counted. */
const SATISFIED_FROM = 4;

/** A ticket as it is written. What Salesforce has no field for is told in the description. */
export function caseRecord(ticket: SourceTicket): RecordFields {
  return {
    CS_External_Key__c: KEY_PREFIX + ticket.id,
    'Account.CS_External_Key__c': KEY_PREFIX + ticket.accountId,
    Subject: `Ticket ${ticket.id}`,
    Priority: PRIORITY[ticket.priority]!,
    Status: ticket.closedAt === null ? 'New' : 'Closed',
    IsEscalated: ticket.escalated,
    CS_Opened_On__c: ticket.submittedAt.slice(0, 10),
    CS_Satisfaction__c:
      ticket.satisfaction === null ? null : ticket.satisfaction >= SATISFIED_FROM ? 'Good' : 'Bad',
    Description: describeTicket(ticket),
    CreatedDate: ticket.submittedAt,
    ClosedDate: ticket.closedAt,
  };
}

function describeTicket(ticket: SourceTicket): string {
  const facts = [
    `Submitted ${ticket.submittedAt.slice(0, 10)}`,
    ticket.closedAt === null ? null : `closed ${ticket.closedAt.slice(0, 10)}`,
    `priority ${ticket.priority}`,
    ticket.firstResponseMinutes === null ? null : `first answer after ${ticket.firstResponseMinutes} minutes`,
    ticket.resolutionHours === null ? null : `resolved after ${ticket.resolutionHours} hours`,
    ticket.satisfaction === null ? null : `satisfaction ${ticket.satisfaction}`,
  ];
  return `${facts.filter((fact) => fact !== null).join(', ')}.`;
}
