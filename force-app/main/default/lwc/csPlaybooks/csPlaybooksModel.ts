import { countOf, formatDay } from 'c/csFormat';
import type { QuickActionName } from 'c/csQuickAction';
import type { PlaybookOffer, PlaybookRun, PlaybookRunStep } from 'c/csAccountStory';

/** The forms that the actions of steps open. A note has a dialog of ours, and None opens nothing. */
export const FORMS: Readonly<Partial<Record<PlaybookRunStep['action'], QuickActionName>>> = {
  Call: 'logCall',
  Email: 'sendEmail',
  Task: 'createTask',
};

/** An entry of the menu that starts a playbook. */
export interface OfferView {
  id: string;
  label: string;
  isRunning: boolean;
}

/** The runs under way: those with overdue steps first, then by the day of their next step. */
export function activeRuns(runs: readonly PlaybookRun[]): PlaybookRun[] {
  const next = ({ steps }: PlaybookRun) => openDays(steps)[0] ?? '9999-12-31';
  return runs
    .filter(({ status }) => status === 'Active')
    .sort((a, b) => next(a).localeCompare(next(b)) || b.startedOn.localeCompare(a.startedOn));
}

/** The runs that are over, the latest first. */
export function endedRuns(runs: readonly PlaybookRun[]): PlaybookRun[] {
  const end = ({ completedOn, startedOn }: PlaybookRun) => completedOn ?? startedOn;
  return runs.filter(({ status }) => status !== 'Active').sort((a, b) => end(b).localeCompare(end(a)));
}

/** The playbooks to start from the menu, by name; one that runs is shown and cannot be started twice. */
export function offerViews(offers: readonly PlaybookOffer[], runs: readonly PlaybookRun[]): OfferView[] {
  const running = new Set(activeRuns(runs).map(({ playbookId }) => playbookId));
  return offers
    .map(({ id, name }) => {
      const isRunning = running.has(id);
      return { id, label: isRunning ? `${name} (running)` : name, isRunning };
    })
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Whether nothing is left to do in a run. One without steps is never finished by itself. */
export function isFinished({ steps }: PlaybookRun): boolean {
  return steps.length > 0 && steps.every(({ status }) => status !== 'Open');
}

/** What the header says: `1 running, 2 steps overdue`. */
export function headline(runs: readonly PlaybookRun[], today: string): string {
  const active = activeRuns(runs);
  if (active.length === 0) return 'None running';
  const overdue = active.flatMap(({ steps }) => openDays(steps)).filter((day) => day < today).length;
  const running = `${active.length} running`;
  return overdue === 0 ? running : `${running}, ${countOf(overdue, 'step')} overdue`;
}

/** What a person is told whose tick came second. */
export function whoseTick(step: PlaybookRunStep | undefined): string {
  if (!step) return 'The step is not there any more.';
  if (step.status === 'Open') return 'Someone has changed this step. You see it as it is now.';
  const what = step.status === 'Done' ? 'done' : 'skipped';
  const when = step.completedAt ? ` on ${formatDay(step.completedAt.slice(0, 10))}` : '';
  return `${step.completedBy || 'Someone else'} marked it as ${what}${when}, and that stands.`;
}

/** The days on which open steps are due, the next one first. */
function openDays(steps: readonly PlaybookRunStep[]): string[] {
  return steps.flatMap(({ status, dueOn }) => (status === 'Open' && dueOn ? [dueOn] : [])).sort();
}
