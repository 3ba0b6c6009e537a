import { insert, insertAll, query, update, type OrgAccess } from './rest.ts';

/**
 * A day in the org: what people do that the companion has to answer. Touches accounts in the order of their names, so
 * that two copies of an org go through the same.
 */
export async function changeTheBook(org: OrgAccess): Promise<void> {
  const accounts = await query<{ Id: string }>(org, 'SELECT Id FROM Account ORDER BY Name LIMIT 16');
  const [calls, detractors, tickets, edits] = [0, 4, 8, 12].map((from) =>
    accounts.slice(from, from + 4).map(({ Id }) => Id),
  );
  const today = new Date().toISOString().slice(0, 10);
  await insertAll(
    org,
    'Task',
    (calls ?? []).map((WhatId) => ({
      ...{ WhatId, Subject: 'Call', Status: 'Completed', TaskSubtype: 'Call', ActivityDate: today },
    })),
  );
  await insertAll(
    org,
    'CS_NPS_Response__c',
    (detractors ?? []).map((id) => ({
      ...{ CS_Account__c: id, CS_Score__c: 1, CS_Responded_On__c: today, CS_Key__c: `crash:${id}` },
    })),
  );
  const urgent = { Status: 'New', Priority: 'High', IsEscalated: true };
  await insertAll(
    org,
    'Case',
    (tickets ?? []).flatMap((AccountId) =>
      [1, 2, 3].map((number) => ({ AccountId, Subject: `Outage ${number}`, ...urgent })),
    ),
  );
  for (const id of edits ?? []) await update(org, 'Account', id, { CS_Renewal_Date__c: today });
  for (const id of [...(calls ?? []), ...(tickets ?? [])]) {
    const request = { CS_Type__c: 'Recalculate', CS_Status__c: 'New', CS_Account__c: id };
    await insert(org, 'CS_Request__c', request);
  }
}
