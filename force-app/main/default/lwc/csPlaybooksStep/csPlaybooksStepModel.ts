import { countOf, dayOf, daysBetween, formatDay } from 'c/csFormat';
import { actionOf } from 'c/csPlaybookRules';
import type { PlaybookRunStep } from 'c/csAccountStory';

/** A step as it is shown. */
export interface StepView {
  name: string;
  /** What the checkbox is called. */
  tickLabel: string;
  isOpen: boolean;
  isDone: boolean;
  isSkipped: boolean;
  nameClass: string;
  /** Who and by when, or who did it and when. */
  facts: string;
  overdue: string;
  outcome: string;
  /** Of an open step: what is over needs no explanation. */
  hasInstructions: boolean;
  verb: string;
  icon: string;
  menuText: string;
  menu: { value: string; label: string }[];
  related: { objectApiName: string; id: string; label: string } | null;
}

/** Objects by the first three characters of their Ids; a note is what is left. */
const OBJECTS: Readonly<Record<string, { objectApiName: string; label: string }>> = {
  '00T': { objectApiName: 'Task', label: 'Open the activity' },
  '02s': { objectApiName: 'EmailMessage', label: 'Open the email' },
};
const NOTE = { objectApiName: 'CS_Note__c', label: 'Open the note' };

/**
 * A step as it is shown.
 *
 * @param today the day that it is for the user, `YYYY-MM-DD`
 * @param isEndable whether the run is under way: the steps of a stopped one can only be looked at
 */
export function viewStep(step: PlaybookRunStep, today: string, isEndable: boolean): StepView {
  const isOpen = step.status === 'Open';
  const { verb, icon } = actionOf(step.action);
  const overdue = isEndable ? overdueText(step, today) : '';
  const facts = isOpen ? planOf(step) : doneBy(step);
  return {
    name: step.name,
    tickLabel: `Done: ${step.name}`,
    isOpen,
    isDone: step.status === 'Done',
    isSkipped: step.status === 'Skipped',
    nameClass: isOpen ? 'name' : 'name slds-text-color_weak',
    facts: overdue ? `${facts} · ` : facts,
    overdue,
    outcome: step.outcome,
    hasInstructions: isOpen && step.instructions !== '',
    verb: isOpen && isEndable ? verb : '',
    icon,
    menuText: `Actions for ${step.name}`,
    menu: menuOf(step, isOpen),
    related: relatedOf(step.relatedId),
  };
}

function planOf({ dueOn, assignedTo }: PlaybookRunStep): string {
  return [dueOn ? `Due ${formatDay(dueOn)}` : 'No due date', assignedTo].filter(Boolean).join(' · ');
}

function doneBy({ status, completedAt, completedBy }: PlaybookRunStep): string {
  const by = completedBy ? ` by ${completedBy}` : '';
  const on = completedAt ? ` on ${formatDay(dayOf(new Date(completedAt)))}` : '';
  return `${status}${by}${on}`;
}

function overdueText({ status, dueOn }: PlaybookRunStep, today: string): string {
  if (status !== 'Open' || !dueOn || dueOn >= today) return '';
  return `Overdue by ${countOf(daysBetween(dueOn, today), 'day')}`;
}

function menuOf({ relatedId }: PlaybookRunStep, isOpen: boolean): StepView['menu'] {
  const edit = { value: 'edit', label: isOpen ? 'Assign, date or outcome…' : 'Change the outcome…' };
  const link = relatedId
    ? { value: 'unlink', label: 'Remove the link' }
    : { value: 'link', label: 'Link an activity…' };
  return isOpen
    ? [{ value: 'skip', label: 'Skip…' }, edit, link]
    : [{ value: 'reopen', label: 'Reopen' }, edit, link];
}

function relatedOf(id: string | null): StepView['related'] {
  return id ? { id, ...(OBJECTS[id.slice(0, 3)] ?? NOTE) } : null;
}
