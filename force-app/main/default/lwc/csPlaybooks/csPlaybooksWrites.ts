import { gql } from 'lightning/graphql';
import type { GraphQlDocument } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import USER_ID from '@salesforce/user/Id';
import RUN_ASSIGNED from '@salesforce/schema/CS_Playbook_Run__c.CS_Assigned_To__c';
import RUN_COMPLETED_ON from '@salesforce/schema/CS_Playbook_Run__c.CS_Completed_On__c';
import RUN_REASON from '@salesforce/schema/CS_Playbook_Run__c.CS_Reason__c';
import RUN_STATUS from '@salesforce/schema/CS_Playbook_Run__c.CS_Status__c';
import ASSIGNED from '@salesforce/schema/CS_Playbook_Run_Step__c.CS_Assigned_To__c';
import COMPLETED_BY from '@salesforce/schema/CS_Playbook_Run_Step__c.CS_Completed_By__c';
import COMPLETED_ON from '@salesforce/schema/CS_Playbook_Run_Step__c.CS_Completed_On__c';
import DUE_ON from '@salesforce/schema/CS_Playbook_Run_Step__c.CS_Due_On__c';
import OUTCOME from '@salesforce/schema/CS_Playbook_Run_Step__c.CS_Outcome__c';
import RELATED_ID from '@salesforce/schema/CS_Playbook_Run_Step__c.CS_Related_Id__c';
import STATUS from '@salesforce/schema/CS_Playbook_Run_Step__c.CS_Status__c';
import type { PlaybookRun, PlaybookRunStep } from 'c/csAccountStory';
import { refusalOf, sendMutation } from 'c/csMutation';

/** What a person may change of an open step. */
export interface StepChange {
  assignedToId: string | null;
  /** `YYYY-MM-DD` */
  dueOn: string | null;
  outcome: string;
}

/** Puts a step back to work and its run with it, or neither. */
const REOPEN: GraphQlDocument = gql`
  mutation reopenPlaybook($step: CS_Playbook_Run_Step__cUpdateInput!, $run: CS_Playbook_Run__cUpdateInput!) {
    uiapi {
      step: CS_Playbook_Run_Step__cUpdate(input: $step) {
        Record {
          Id
        }
      }
      run: CS_Playbook_Run__cUpdate(input: $run) {
        Record {
          Id
        }
      }
    }
  }
`;

/** Whether a write was refused because someone else has changed the record since it was read. */
export function isConflict(error: unknown): boolean {
  return (error as { status?: number } | undefined)?.status === 412;
}

/**
 * Marks a step as done or skipped. Only its own status is written, and only if nobody has changed it since it was
 * read: of two people who tick at once the first one stands, and ticks of other steps are not touched.
 *
 * @param now ISO 8601
 * @param outcome why it is skipped; left alone where it is not given
 */
export async function closeStep(
  step: PlaybookRunStep,
  status: 'Done' | 'Skipped',
  now: string,
  outcome?: string,
): Promise<void> {
  await updateStep(step, {
    [STATUS.fieldApiName]: status,
    [COMPLETED_ON.fieldApiName]: now,
    [COMPLETED_BY.fieldApiName]: USER_ID,
    ...(outcome === undefined ? {} : { [OUTCOME.fieldApiName]: outcome }),
  });
}

/** Puts a step back to Open. A run that was over because of it goes on, in the same transaction. */
export async function reopenStep(step: PlaybookRunStep, run: PlaybookRun): Promise<void> {
  const fields = {
    [STATUS.fieldApiName]: 'Open',
    [COMPLETED_ON.fieldApiName]: null,
    [COMPLETED_BY.fieldApiName]: null,
  };
  if (run.status === 'Active') {
    await updateStep(step, fields);
    return;
  }
  const answer = await sendMutation(REOPEN, {
    step: { Id: step.id, CS_Playbook_Run_Step__c: fields },
    run: {
      Id: run.id,
      CS_Playbook_Run__c: { [RUN_STATUS.fieldApiName]: 'Active', [RUN_COMPLETED_ON.fieldApiName]: null },
    },
  });
  const refusal = refusalOf('step', answer) ?? refusalOf('run', answer);
  if (refusal) throw new Error(refusal);
}

/** Changes who does a step, by when, and what came of it. */
export async function changeStep(step: PlaybookRunStep, change: StepChange): Promise<void> {
  await updateStep(step, {
    [ASSIGNED.fieldApiName]: change.assignedToId,
    [DUE_ON.fieldApiName]: change.dueOn,
    [OUTCOME.fieldApiName]: change.outcome.trim() || null,
  });
}

/** Links what came of a step. */
export async function linkStep(step: PlaybookRunStep, relatedId: string | null): Promise<void> {
  await updateStep(step, { [RELATED_ID.fieldApiName]: relatedId });
}

/** Ends a run: all its steps are done or skipped, or a person stops it for a reason. Repeating it does no harm. */
export async function endRun(runId: string, status: 'Completed' | 'Stopped', today: string, reason?: string) {
  await updateRecord({
    fields: {
      Id: runId,
      [RUN_STATUS.fieldApiName]: status,
      [RUN_COMPLETED_ON.fieldApiName]: today,
      ...(reason === undefined ? {} : { [RUN_REASON.fieldApiName]: reason }),
    },
  });
}

/** Gives a run to someone else; who does its steps stays. */
export async function assignRun(runId: string, assignedToId: string | null): Promise<void> {
  await updateRecord({ fields: { Id: runId, [RUN_ASSIGNED.fieldApiName]: assignedToId } });
}

async function updateStep({ id, modifiedAt }: PlaybookRunStep, fields: Record<string, unknown>) {
  // https://developer.salesforce.com/docs/platform/lwc/guide/reference-update-record.html
  const options = modifiedAt ? { ifUnmodifiedSince: modifiedAt } : undefined;
  await updateRecord({ fields: { Id: id, ...fields } }, options);
}
