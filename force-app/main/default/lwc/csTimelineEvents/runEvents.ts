import type { PlaybookRun, PlaybookRunStep } from 'c/csAccountStory';
import { atMoment, factsOf, onDay } from './timelineEvent';
import type { TimelineEvent } from './timelineEvent';

/** What happened with a playbook: it was started, its steps were done or skipped, it came to its end. */
export function runEvents(run: PlaybookRun): TimelineEvent[] {
  const end = run.status === 'Stopped' ? 'stopped' : 'completed';
  return [
    // The first thing of its day: steps that were done at once come after it.
    { ...event(run, 'started', run.startedOn, run.reason), at: run.startedOn },
    ...run.steps.flatMap((step) => stepEvents(run, step)),
    ...(run.completedOn ? [event(run, end, run.completedOn, '')] : []),
  ];
}

function event(run: PlaybookRun, what: string, day: string, summary: string): TimelineEvent {
  return {
    id: `${run.id}:${what}`,
    ...onDay(day),
    kind: 'playbook',
    title: `Playbook ${what}: ${run.name}`,
    summary,
    body: '',
    isRich: false,
    facts: [],
    person: run.assignedTo,
    recordId: run.id,
    objectApiName: 'CS_Playbook_Run__c',
  };
}

function stepEvents(run: PlaybookRun, step: PlaybookRunStep): TimelineEvent[] {
  if (step.status === 'Open' || step.completedAt === null) return [];
  const what = step.status === 'Done' ? 'done' : 'skipped';
  return [
    {
      id: `${step.id}:${what}`,
      ...atMoment(step.completedAt),
      kind: 'playbook',
      title: `Step ${what}: ${step.name}`,
      summary: step.outcome || run.name,
      body: step.instructions,
      isRich: false,
      facts: factsOf({ Playbook: run.name, Outcome: step.outcome }),
      person: step.completedBy || step.assignedTo,
      recordId: run.id,
      objectApiName: 'CS_Playbook_Run__c',
    },
  ];
}
