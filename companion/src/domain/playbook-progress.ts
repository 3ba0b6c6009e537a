import type { IsoDate } from './dates.ts';
import type { AccountSignals } from './signals.ts';

/**
 * The running playbook that was started last, and how far it is: "At-risk rescue: 2 of 6 steps", and how many more run
 * beside it. Null while none runs.
 */
export function tellProgress({ runs = [] }: Pick<AccountSignals, 'runs'>, asOf: IsoDate): string | null {
  const running = runs
    .filter(({ status, startedOn }) => status === 'Active' && startedOn <= asOf)
    .sort((a, b) =>
      a.startedOn === b.startedOn ? (a.id < b.id ? 1 : -1) : a.startedOn < b.startedOn ? 1 : -1,
    );
  const [latest, ...others] = running;
  if (!latest) return null;
  const done = latest.steps.filter(({ doneOn }) => doneOn !== null && doneOn <= asOf).length;
  const steps = latest.steps.length === 1 ? 'step' : 'steps';
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  return `${latest.label}: ${done} of ${latest.steps.length} ${steps}${more}`;
}
