import type { PlaybookRun, PlaybookRunStep } from 'c/csAccountStory';
import CsPlaybooksReason from 'c/csPlaybooksReason';
import CsPlaybooksStepForm from 'c/csPlaybooksStepForm';
import type { RunWish } from 'c/csPlaybooksRun';
import { assignRun, changeStep, closeStep, endRun } from './csPlaybooksWrites';

/** A write that a person has decided on; undefined where she cancelled. */
type Decision = (() => Promise<void>) | undefined;

/** Asks why a step is skipped. */
export async function askToSkip(step: PlaybookRunStep): Promise<Decision> {
  const explanation = 'The step counts as over. You can reopen it at any time.';
  const label = `Skip “${step.name}”`;
  const reason = await CsPlaybooksReason.open({ label, size: 'small', explanation, action: 'Skip' });
  return reason ? () => closeStep(step, 'Skipped', new Date().toISOString(), reason) : undefined;
}

/** Asks who does a step, by when, and what came of it. */
export async function askToChange(step: PlaybookRunStep): Promise<Decision> {
  const { assignedToId, dueOn, outcome } = step;
  const assignment = { assignedToId, dueOn, outcome };
  const change = await CsPlaybooksStepForm.open({
    label: step.name,
    size: 'small',
    assignment,
    isStep: true,
  });
  return change && (() => changeStep(step, change));
}

/** Asks what a person needs to say to stop a run, or to give it to someone. */
export async function askAboutRun(run: PlaybookRun, wish: RunWish, today: string): Promise<Decision> {
  return wish === 'stop' ? askToStop(run, today) : askToAssign(run);
}

async function askToStop(run: PlaybookRun, today: string): Promise<Decision> {
  const explanation = 'Its open steps are not due any more. What was done stays in the account’s story.';
  const label = `Stop “${run.name}”`;
  const reason = await CsPlaybooksReason.open({ label, size: 'small', explanation, action: 'Stop' });
  return reason ? () => endRun(run.id, 'Stopped', today, reason) : undefined;
}

async function askToAssign(run: PlaybookRun): Promise<Decision> {
  const assignment = { assignedToId: run.assignedToId, dueOn: null, outcome: '' };
  const label = `Assign “${run.name}”`;
  const change = await CsPlaybooksStepForm.open({ label, size: 'small', assignment, isStep: false });
  return change && (() => assignRun(run.id, change.assignedToId));
}
