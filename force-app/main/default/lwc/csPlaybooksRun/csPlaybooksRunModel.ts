import { countOf, formatDay } from 'c/csFormat';
import type { PlaybookRun } from 'c/csAccountStory';

/** A run as it is shown. */
export interface RunView {
  name: string;
  isActive: boolean;
  isStopped: boolean;
  percent: number;
  progressLabel: string;
  /** Progress, and what is due next or how it ended: `3 of 5 steps, next due Nov 25, 2026`. */
  summary: string;
  overdue: string;
  /** Since when, by whom, and which version it follows. */
  facts: string;
  reason: string;
  isEmpty: boolean;
  menuText: string;
}

/**
 * A run as it is shown.
 *
 * @param today the day that it is for the user, `YYYY-MM-DD`
 */
export function viewRun(run: PlaybookRun, today: string): RunView {
  const total = run.steps.length;
  const over = run.steps.filter(({ status }) => status !== 'Open').length;
  const isActive = run.status === 'Active';
  const days = run.steps.flatMap(({ status, dueOn }) => (status === 'Open' && dueOn ? [dueOn] : [])).sort();
  const overdue = isActive ? days.filter((day) => day < today).length : 0;
  const progress = `${over} of ${countOf(total, 'step')}`;
  return {
    name: run.name,
    isActive,
    isStopped: run.status === 'Stopped',
    percent: total === 0 ? 0 : Math.round((over / total) * 100),
    progressLabel: `${run.name}: ${progress}`,
    summary: [progress, isActive ? nextText(days) : endText(run)].filter(Boolean).join(', '),
    // With the space between the two, which a template would drop.
    overdue: overdue > 0 ? ` ${overdue} overdue` : '',
    facts: factsOf(run),
    reason: run.reason,
    isEmpty: total === 0,
    menuText: `Actions for ${run.name}`,
  };
}

function nextText([next]: string[]): string {
  return next ? `next due ${formatDay(next)}` : '';
}

function endText({ status, completedOn }: PlaybookRun): string {
  return completedOn ? `${status.toLowerCase()} ${formatDay(completedOn)}` : status.toLowerCase();
}

function factsOf({ startedOn, assignedTo, version }: PlaybookRun): string {
  return [`Started ${formatDay(startedOn)}`, assignedTo, `version ${version}`].filter(Boolean).join(' · ');
}
