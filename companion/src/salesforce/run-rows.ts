import { z } from 'zod';
import type { PlaybookRunSignal, RunStepSignal } from '../domain/signals.ts';
import { dayOf, isoDateTime } from './values.ts';

/** A playbook run as it is read. */
export const runRow = z.object({
  Id: z.string(),
  Name: z.string(),
  CS_Account__c: z.string(),
  CS_Status__c: z.string(),
  CS_Started_On__c: z.string(),
});

/** A step of a run as it is read. */
export const runStepRow = z.object({
  Id: z.string(),
  Name: z.string(),
  CS_Run__c: z.string(),
  CS_Order__c: z.number(),
  CS_Status__c: z.string(),
  CS_Completed_On__c: isoDateTime.nullable(),
});

/** A run with its steps. A skipped step is not done: nothing came of it for the customer. */
export function toRun(run: z.infer<typeof runRow>, steps: z.infer<typeof runStepRow>[]): PlaybookRunSignal {
  return {
    id: run.Id,
    label: run.Name,
    startedOn: run.CS_Started_On__c,
    status: run.CS_Status__c === 'Active' ? 'Active' : 'Completed',
    steps: steps.map((step) => toStep(step, run.CS_Started_On__c)),
  };
}

/** A step that is done without a day was done on the day of the start at the earliest: that is what counts. */
function toStep(step: z.infer<typeof runStepRow>, startedOn: string): RunStepSignal {
  const doneOn = step.CS_Completed_On__c ? dayOf(step.CS_Completed_On__c) : startedOn;
  return {
    id: step.Id,
    label: step.Name,
    order: step.CS_Order__c,
    doneOn: step.CS_Status__c === 'Done' ? doneOn : null,
  };
}
