import { stringify } from 'csv-stringify/sync';
import { inChunks } from '../org-client/in-chunks.ts';
import type { OrgClient } from '../org-client/org-client.ts';
import { soqlLiteral } from '../org-client/soql-literal.ts';
import { CommandError } from '../process/command-error.ts';
import { KEY_PREFIX, TOUCH_SUBJECT, type GeneratedAccount } from './generate-account.ts';

const JOB_ROWS = 5_000;
const COLUMNS = ['WhatId', 'OwnerId', 'Subject', 'ActivityDate', 'Status', 'Priority', 'TaskSubtype'];

/**
 * Loads the tasks of accounts that are in the org. A task has no key of its own, so an account that has its touch is
 * left as it is: that keeps a second run from doubling them.
 *
 * @throws CommandError with the first refusal
 */
export async function loadTasks(
  org: OrgClient,
  accounts: readonly GeneratedAccount[],
  onProgress: (done: number) => void,
): Promise<void> {
  const rows = await org.query(
    `SELECT Id, CS_External_Key__c FROM Account WHERE CS_External_Key__c LIKE ${soqlLiteral(`${KEY_PREFIX}%`)}`,
  );
  const ids = new Map(rows.map((row) => [String(row['CS_External_Key__c']), row.Id]));
  const touches = await org.query(
    `SELECT Id, WhatId FROM Task WHERE Subject LIKE ${soqlLiteral(`${TOUCH_SUBJECT}%`)}`,
  );
  const present = new Set(touches.map((row) => row['WhatId']));
  const tasks = accounts.flatMap(({ key, csmId, tasks: own }) => {
    const accountId = ids.get(key);
    if (accountId === undefined || present.has(accountId)) return [];
    return own.map((fields) => ({ ...fields, WhatId: accountId, OwnerId: csmId }));
  });
  let done = 0;
  for (const chunk of inChunks(tasks, JOB_ROWS)) {
    const csv = stringify(chunk, { header: true, columns: COLUMNS });
    const { failures } = await org.bulk({ object: 'Task', operation: 'insert', csv });
    const [first] = failures;
    if (first)
      throw new CommandError(`The org refused Task (WhatId ${first.row['WhatId']}): ${first.reason}`);
    onProgress((done += chunk.length));
  }
}
