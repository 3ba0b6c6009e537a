import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import PLAYBOOK from '@salesforce/schema/CS_Playbook__c';
import STEP from '@salesforce/schema/CS_Playbook_Step__c';
import { refusalOf, sendMutation } from 'c/csMutation';
import { stepsDiffer } from 'c/csPlaybookBuilderDraft';
import type { Draft, DraftStep } from 'c/csPlaybookBuilderDraft';
import type { Playbook } from './csPlaybookBuilderQuery';
import { SAVE_PLAYBOOK, STEP_PLACES } from './saveDocument';

/**
 * Saves a playbook. New steps are made first, with order 0, where nothing uses them; then one transaction writes the
 * playbook, its version and the place of every step. What is cut off in between leaves the playbook as it was, and the
 * next save uses the steps that lie ready.
 *
 * @param original the playbook as it is now; undefined for a new one
 * @returns the version that it has now
 * @throws what the org refused
 */
export async function savePlaybook(draft: Draft, original: Playbook | undefined): Promise<number> {
  if (original && !stepsDiffer(original.steps, draft.steps)) {
    const options = { ifUnmodifiedSince: original.modifiedAt };
    await updateRecord({ fields: { Id: original.id, ...headOf(draft, original.version) } }, options);
    return original.version;
  }
  if (original) return saveSteps(draft, original.id, original.version + 1, original);
  const id = await createPlaybook(draft);
  try {
    return await saveSteps(draft, id, 1, undefined);
  } catch (error) {
    // Nothing stays of a new one that could not be completed; if that fails too it is inactive and without steps.
    await deleteRecord(id).catch(() => undefined);
    throw error;
  }
}

async function saveSteps(
  draft: Draft,
  id: string,
  version: number,
  original: Playbook | undefined,
): Promise<number> {
  const steps = await withRecords(id, draft.steps, original?.spareIds ?? []);
  const kept = new Set(steps.map((step) => step.id));
  const removed = (original?.steps ?? []).flatMap((step) => (step.id && !kept.has(step.id) ? [step.id] : []));
  await putInPlace({ Id: id, CS_Playbook__c: headOf(draft, version) }, [
    ...steps.map(placed),
    ...removed.map((stepId) => ({ Id: stepId, CS_Playbook_Step__c: { CS_Order__c: 0 } })),
  ]);
  // Order 0 has taken them out already: one that cannot be deleted lies ready for the next new step.
  await Promise.allSettled(removed.map((stepId) => deleteRecord(stepId)));
  return version;
}

/** Makes a new playbook that nobody can start yet. */
async function createPlaybook(draft: Draft): Promise<string> {
  const fields = { ...headOf(draft, 1), CS_Active__c: false };
  return (await createRecord({ apiName: PLAYBOOK.objectApiName, fields })).id;
}

/** Every step with a record of its own: its own, one that lies ready, or a new one. */
async function withRecords(
  playbookId: string,
  steps: readonly DraftStep[],
  spareIds: readonly string[],
): Promise<DraftStep[]> {
  const spare = [...spareIds];
  const complete: DraftStep[] = [];
  for (const step of steps) {
    // One after another: the steps of one playbook lock it.
    // eslint-disable-next-line no-await-in-loop
    const id = step.id ?? spare.shift() ?? (await createStep(playbookId, step));
    complete.push({ ...step, id });
  }
  return complete;
}

async function createStep(playbookId: string, step: DraftStep): Promise<string> {
  const fields = { CS_Playbook__c: playbookId, ...stepFields(step), CS_Order__c: 0 };
  return (await createRecord({ apiName: STEP.objectApiName, fields })).id;
}

async function putInPlace(playbook: object, steps: readonly object[]): Promise<void> {
  const places = Array.from({ length: STEP_PLACES }, (_, index) => steps[index] ?? steps.at(-1));
  const inputs = Object.fromEntries(places.map((input, index) => [`s${index}`, input]));
  const answer = await sendMutation(SAVE_PLAYBOOK, { playbook, ...inputs });
  const refusals = ['playbook', ...Object.keys(inputs)].flatMap((alias) => refusalOf(alias, answer) ?? []);
  // The operation at fault gives the reason, the others only say that they were undone.
  const reason = refusals.find((text) => !text.includes('rolled back')) ?? refusals[0];
  if (reason) throw new Error(reason);
}

function headOf(draft: Draft, version: number): Record<string, unknown> {
  return {
    Name: draft.name.trim(),
    CS_Description__c: draft.description.trim() || null,
    CS_Trigger__c: draft.trigger,
    CS_Trigger_Band__c: draft.triggerBand,
    CS_Trigger_Days__c: draft.triggerDays,
    CS_Active__c: draft.isActive,
    CS_Auto_Start__c: draft.autoStart,
    CS_Version__c: version,
  };
}

function placed(step: DraftStep, index: number): object {
  return { Id: step.id, CS_Playbook_Step__c: { ...stepFields(step), CS_Order__c: index + 1 } };
}

function stepFields({ name, instructions, action, dueInDays }: DraftStep): Record<string, unknown> {
  return {
    Name: name.trim(),
    CS_Instructions__c: instructions.trim() || null,
    CS_Action__c: action,
    CS_Due_In_Days__c: dueInDays,
  };
}
