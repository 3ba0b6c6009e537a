import { addDays } from 'c/csFormat';
import { refusalOf, sendMutation } from 'c/csMutation';
import { MAX_STEPS } from 'c/csPlaybookRules';
import type { Plan } from './csPlaybooksStarterQuery';
import { START_DOCUMENTS } from './startDocuments';

/** For whom a playbook is started, by whom, and why. */
export interface Start {
  accountId: string;
  /** Who is to see it through. */
  assignedToId: string;
  /** `YYYY-MM-DD`; the steps are due from here on. */
  today: string;
  /** A sentence; empty where it needs none. */
  reason: string;
}

/**
 * Starts a playbook: makes the run and a copy of each step, all or nothing.
 *
 * @returns why it was refused; null when it was started
 */
export async function startRun(plan: Plan, start: Start): Promise<string | null> {
  const query = START_DOCUMENTS[plan.steps.length];
  if (plan.steps.length === 0) return `${plan.name} has no steps. Ask a manager to complete it.`;
  if (!query) return `${plan.name} has ${plan.steps.length} steps; at most ${MAX_STEPS} can be started.`;
  const answer = await sendMutation(query, startVariables(plan, start));
  // Of a refused transaction the operation at fault gives the reason, the others only say that they were undone.
  const aliases = [...plan.steps.map((_, index) => `s${index}`), 'run'];
  const refusals = aliases.flatMap((alias) => refusalOf(alias, answer) ?? []);
  return refusals.find((reason) => !reason.includes('rolled back')) ?? refusals[0] ?? null;
}

/** The variables of the document for as many steps. */
export function startVariables(plan: Plan, start: Start): Record<string, unknown> {
  const { accountId, assignedToId, today, reason } = start;
  const run = {
    CS_Playbook_Run__c: {
      Name: plan.name,
      CS_Account__c: accountId,
      CS_Playbook__c: plan.id,
      CS_Playbook_Version__c: plan.version,
      CS_Status__c: 'Active',
      CS_Started_On__c: today,
      CS_Assigned_To__c: assignedToId,
      CS_Reason__c: reason || null,
    },
  };
  const steps = plan.steps.map(({ name, instructions, action, dueInDays }, index) => [
    `s${index}`,
    {
      CS_Playbook_Run_Step__c: {
        Name: name,
        CS_Run__c: '@{run}',
        CS_Order__c: index + 1,
        CS_Instructions__c: instructions || null,
        CS_Action__c: action,
        CS_Status__c: 'Open',
        CS_Due_On__c: addDays(today, dueInDays),
        CS_Assigned_To__c: assignedToId,
      },
    },
  ]);
  return { run, ...Object.fromEntries(steps) };
}
