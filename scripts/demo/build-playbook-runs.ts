import { addDays } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import type { StarterPlaybook } from '../starter/starter-playbooks.ts';
import { demoKey } from './demo-key.ts';
import { RUN_STORIES, type ClosedStep, type RunStory } from './stories/playbook-runs.ts';
import type { DemoRun, Tale } from './types.ts';

/** The playbooks that were started for an account, with their steps as far as they are. */
export function buildPlaybookRuns(tale: Tale, playbooks: readonly StarterPlaybook[]): DemoRun[] {
  return (RUN_STORIES[tale.account.story] ?? []).map((story) => {
    const playbook = playbooks.find(({ key }) => key === story.playbook);
    if (!playbook)
      throw new Error(`No starter playbook is called "${story.playbook}"; see config/data/playbooks.json.`);
    return buildRun(tale, story, playbook);
  });
}

function buildRun(
  { today, account }: Tale,
  story: RunStory,
  { key, fields, steps }: StarterPlaybook,
): DemoRun {
  const runKey = demoKey(account.key, 'run', key);
  const startedOn = addDays(today, -story.startedDaysAgo);
  return {
    account: account.key,
    csm: account.csm,
    playbook: key,
    fields: {
      Name: fields['Name']!,
      CS_Key__c: runKey,
      CS_Playbook_Version__c: 1,
      CS_Status__c: statusOf(story, steps.length),
      CS_Started_On__c: startedOn,
      CS_Completed_On__c: endOf(story, startedOn, today, steps.length),
      CS_Reason__c: story.stopped?.reason ?? story.reason,
    },
    steps: steps.map((step, index) => ({
      Name: step['Name']!,
      CS_Key__c: `${runKey}:${index + 1}`,
      CS_Order__c: index + 1,
      CS_Instructions__c: step['CS_Instructions__c'] ?? null,
      CS_Action__c: step['CS_Action__c']!,
      CS_Due_On__c: addDays(startedOn, Number(step['CS_Due_In_Days__c'])),
      ...outcomeOf(story.closed[index], startedOn),
    })),
  };
}

function outcomeOf(closed: ClosedStep | undefined, startedOn: string): RecordFields {
  if (!closed) return { CS_Status__c: 'Open', CS_Completed_On__c: null, CS_Outcome__c: null };
  return {
    CS_Status__c: closed.skipped ? 'Skipped' : 'Done',
    CS_Completed_On__c: `${addDays(startedOn, closed.day)}T15:00:00.000Z`,
    CS_Outcome__c: closed.outcome,
  };
}

function statusOf({ stopped, closed }: RunStory, steps: number): string {
  if (stopped) return 'Stopped';
  return closed.length === steps ? 'Completed' : 'Active';
}

function endOf(
  { stopped, closed }: RunStory,
  startedOn: string,
  today: string,
  steps: number,
): string | null {
  if (stopped) return addDays(today, -stopped.daysAgo);
  return closed.length === steps ? addDays(startedOn, closed.at(-1)!.day) : null;
}
