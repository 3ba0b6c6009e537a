import { countOf } from 'c/csFormat';
import { DEFAULT_TRIGGER_DAYS, MAX_STEPS } from 'c/csPlaybookRules';
import type { StepAction } from 'c/csPlaybookRules';

/** A step that is being edited. */
export interface DraftStep {
  /** Tells the steps of a draft apart, new ones too. */
  key: string;
  /** Id of its record; null for a new one. */
  id: string | null;
  name: string;
  instructions: string;
  action: StepAction;
  dueInDays: number;
}

/** A playbook that is being edited. */
export interface Draft {
  /** Id of its record; null for a new one. */
  id: string | null;
  name: string;
  description: string;
  trigger: string;
  triggerBand: string | null;
  triggerDays: number | null;
  isActive: boolean;
  autoStart: boolean;
  version: number;
  steps: DraftStep[];
}

/** Days that a step or a trigger may lie off: ten years is a slip of the keyboard. */
const MAX_DAYS = 3650;

/** What is wrong with a draft, in sentences; empty when it can be saved. */
export function problemsOf(draft: Draft): string[] {
  const { name, trigger, triggerBand, triggerDays, autoStart, steps } = draft;
  return [
    ...(name.trim() ? [] : ['Give the playbook a name.']),
    ...(trigger === 'Risk Band' && !triggerBand ? ['Choose the risk band that suggests it.'] : []),
    ...(needsDays(trigger) && !isDays(triggerDays) ? [`Say within how many days (0 to ${MAX_DAYS}).`] : []),
    ...(autoStart && trigger === 'None' ? ['To start by itself it needs something that suggests it.'] : []),
    ...(steps.length === 0 ? ['Add at least one step.'] : []),
    ...(steps.length > MAX_STEPS
      ? [`It has ${steps.length} steps; at most ${MAX_STEPS} fit into a playbook.`]
      : []),
    ...steps.flatMap((step, index) => stepProblems(step, index + 1)),
  ];
}

/** Whether a trigger looks ahead or back by days. */
export function needsDays(trigger: string): boolean {
  return trigger in DEFAULT_TRIGGER_DAYS;
}

/** Moves a step by places, up (negative) or down; the ends hold it. */
export function moveStep(steps: readonly DraftStep[], key: string, to: number): DraftStep[] {
  const step = steps.find((one) => one.key === key);
  if (!step) return [...steps];
  const rest = steps.filter((one) => one.key !== key);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), step, ...rest.slice(place)];
}

/** Whether the steps differ, so that it becomes a new version. */
export function stepsDiffer(before: readonly DraftStep[], after: readonly DraftStep[]): boolean {
  const essence = (steps: readonly DraftStep[]) =>
    JSON.stringify(
      steps.map(({ name, instructions, action, dueInDays }) => [name, instructions, action, dueInDays]),
    );
  return essence(before) !== essence(after);
}

/**
 * What saving means for the version and for what runs.
 *
 * @param running runs under way, of any version, that the user can see
 */
export function versionStatement(original: Draft, draft: Draft, running: number): string {
  if (draft.id === null) return 'It starts as version 1.';
  const { version } = original;
  if (!stepsDiffer(original.steps, draft.steps))
    return `The steps are as they were: it stays version ${version}.`;
  const next = `Saving makes it version ${version + 1}.`;
  if (running === 0) return `${next} None is running.`;
  const keep = running === 1 ? 'keeps its' : 'keep their';
  return `${next} ${countOf(running, 'running one')} ${keep} version and steps; what starts from now on follows version ${version + 1}.`;
}

function stepProblems({ name, dueInDays }: DraftStep, place: number): string[] {
  return [
    ...(name.trim() ? [] : [`Give step ${place} a name.`]),
    ...(isDays(dueInDays) ? [] : [`Say after how many days step ${place} is due (0 to ${MAX_DAYS}).`]),
  ];
}

function isDays(days: number | null): boolean {
  return days !== null && Number.isInteger(days) && days >= 0 && days <= MAX_DAYS;
}
