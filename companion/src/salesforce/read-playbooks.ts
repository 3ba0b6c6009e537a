import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { PlaybookAccount, PlaybookRule } from '../domain/playbook-starts.ts';
import type { OrgReader } from '../usecases/ports.ts';
import { countRows, inList, literal, queryOf, queryRows } from './soql.ts';
import { isoDateTime } from './values.ts';

export const playbookRow = z.object({
  Id: z.string(),
  Name: z.string(),
  CS_Version__c: z.number(),
  CS_Trigger__c: z.string(),
  CS_Trigger_Band__c: z.string().nullable(),
  CS_Trigger_Days__c: z.number().nullable(),
  SystemModstamp: isoDateTime,
});
export const stepRow = z.object({
  CS_Playbook__c: z.string(),
  Name: z.string(),
  CS_Order__c: z.number(),
  CS_Instructions__c: z.string().nullable(),
  CS_Action__c: z.string(),
  CS_Due_In_Days__c: z.number(),
  SystemModstamp: isoDateTime,
});
const accountRow = z.object({
  Id: z.string(),
  OwnerId: z.string(),
  CS_Manager__c: z.string().nullable(),
  CS_Status__c: z.string().nullable(),
  CS_Risk_Band__c: z.string().nullable(),
  CS_Usage_Down__c: z.boolean(),
  CS_Renewal_Date__c: z.string().nullable(),
  CS_NPS_Score__c: z.number().nullable(),
  CS_NPS_Date__c: z.string().nullable(),
});
const runRow = z.object({
  CS_Account__c: z.string(),
  CS_Playbook__c: z.string(),
  CS_Key__c: z.string().nullable(),
  CS_Status__c: z.string(),
  CS_Started_On__c: z.string(),
});
export const changeRow = z.object({
  CS_Account__c: z.string(),
  CS_Type__c: z.string(),
  CS_Changed_On__c: z.string(),
});
const idRow = z.object({ Id: z.string() });

const columns = (row: z.ZodObject) => Object.keys(row.shape).join(', ');

/**
 * Reads what starts playbooks: one call where no playbook starts by itself, a few more where one does. Of some accounts
 * only, unless a playbook was changed since.
 */
export async function readPlaybooks(
  connection: Connection,
  only: Parameters<OrgReader['readPlaybooks']>[0] = null,
): ReturnType<OrgReader['readPlaybooks']> {
  const playbooks = await queryRows(
    connection,
    `SELECT ${columns(playbookRow)} FROM CS_Playbook__c WHERE CS_Active__c = true AND CS_Auto_Start__c = true`,
    playbookRow,
  );
  if (playbooks.length === 0) return { rules: [], accounts: [], runs: [] };
  const ofThese = inList(playbooks.map(({ Id }) => Id));
  const steps = await queryRows(
    connection,
    // Order 0 marks a step that the builder took out.
    `SELECT ${columns(stepRow)} FROM CS_Playbook_Step__c WHERE CS_Playbook__c IN ${ofThese} AND CS_Order__c > 0`,
    stepRow,
  );
  const isEdited = [...playbooks, ...steps].some(
    ({ SystemModstamp }) => SystemModstamp >= (only?.since ?? ''),
  );
  const accountIds = only && !isEdited ? only.accountIds : null;
  const [runs, accounts] = await Promise.all([
    queryOf(
      connection,
      `SELECT ${columns(runRow)} FROM CS_Playbook_Run__c WHERE CS_Playbook__c IN ${ofThese}`,
      { field: 'CS_Account__c', accountIds },
      runRow,
    ),
    readAccounts(connection, accountIds),
  ]);
  return {
    rules: playbooks.map((playbook) => toRule(playbook, steps)),
    accounts,
    runs: runs.map((run) => ({
      accountId: run.CS_Account__c,
      playbookId: run.CS_Playbook__c,
      key: run.CS_Key__c,
      active: run.CS_Status__c === 'Active',
      startedOn: run.CS_Started_On__c,
    })),
  };
}

/** Runs whose status does not fit their steps, and how many steps are overdue. */
export async function readRunStates(
  connection: Connection,
  asOf: string,
): ReturnType<OrgReader['readRunStates']> {
  const runs = (status: string, condition: string) =>
    queryRows(
      connection,
      `SELECT Id FROM CS_Playbook_Run__c WHERE CS_Status__c = ${literal(status)} AND ${condition}`,
      idRow,
    );
  const open = `(SELECT CS_Run__c FROM CS_Playbook_Run_Step__c WHERE CS_Status__c = ${literal('Open')})`;
  // A run whose steps are still on their way has none.
  const withSteps = 'Id IN (SELECT CS_Run__c FROM CS_Playbook_Run_Step__c)';
  const [finished, unfinished, overdueSteps] = await Promise.all([
    runs('Active', `Id NOT IN ${open} AND ${withSteps}`),
    runs('Completed', `Id IN ${open}`),
    countRows(
      connection,
      `SELECT COUNT() FROM CS_Playbook_Run_Step__c WHERE CS_Status__c = ${literal('Open')} ` +
        `AND CS_Due_On__c < ${asOf} AND CS_Run__r.CS_Status__c = ${literal('Active')}`,
    ),
  ]);
  return {
    finishedIds: finished.map(({ Id }) => Id),
    unfinishedIds: unfinished.map(({ Id }) => Id),
    overdueSteps,
  };
}

function toRule(playbook: z.infer<typeof playbookRow>, steps: z.infer<typeof stepRow>[]): PlaybookRule {
  return {
    playbookId: playbook.Id,
    name: playbook.Name,
    version: playbook.CS_Version__c,
    trigger: playbook.CS_Trigger__c,
    triggerBand: playbook.CS_Trigger_Band__c,
    triggerDays: playbook.CS_Trigger_Days__c,
    steps: steps
      .filter((step) => step.CS_Playbook__c === playbook.Id)
      .sort((a, b) => a.CS_Order__c - b.CS_Order__c)
      .map((step) => ({
        name: step.Name,
        instructions: step.CS_Instructions__c,
        action: step.CS_Action__c,
        dueInDays: step.CS_Due_In_Days__c,
      })),
  };
}

async function readAccounts(connection: Connection, accountIds: string[] | null): Promise<PlaybookAccount[]> {
  const types = inList(['Risk Band', 'Usage Alarm']);
  const [accounts, found] = await Promise.all([
    queryOf(
      connection,
      // SOQL's != holds for an empty field too.
      `SELECT ${columns(accountRow)} FROM Account WHERE CS_Status__c != ${literal('Churned')}`,
      { field: 'Id', accountIds },
      accountRow,
    ),
    queryOf(
      connection,
      `SELECT ${columns(changeRow)} FROM CS_Account_Change__c WHERE CS_Type__c IN ${types}`,
      { field: 'CS_Account__c', accountIds },
      changeRow,
    ),
  ]);
  const changes = found.sort((a, b) => (a.CS_Changed_On__c < b.CS_Changed_On__c ? -1 : 1));
  const latest = new Map(
    changes.map((row) => [`${row.CS_Account__c} ${row.CS_Type__c}`, row.CS_Changed_On__c.slice(0, 10)]),
  );
  return accounts.map((row) => ({
    accountId: row.Id,
    ownerId: row.OwnerId,
    managerId: row.CS_Manager__c,
    status: row.CS_Status__c,
    band: row.CS_Risk_Band__c,
    bandSince: latest.get(`${row.Id} Risk Band`) ?? null,
    usageDown: row.CS_Usage_Down__c,
    usageSince: latest.get(`${row.Id} Usage Alarm`) ?? null,
    renewalDate: row.CS_Renewal_Date__c,
    npsScore: row.CS_NPS_Score__c,
    npsDate: row.CS_NPS_Date__c,
  }));
}
