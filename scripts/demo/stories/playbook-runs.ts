import type { StoryName } from './stories.ts';

/** A step that was done, or skipped for a reason. */
export interface ClosedStep {
  /** Days after the start of the run. */
  readonly day: number;
  readonly outcome: string;
  readonly skipped?: boolean;
}

/** A playbook that a CSM has started in a story: the steps in order, as far as she came. */
export interface RunStory {
  /** Key of a starter playbook. */
  readonly playbook: string;
  readonly startedDaysAgo: number;
  readonly reason: string;
  readonly closed: readonly ClosedStep[];
  readonly stopped?: { readonly daysAgo: number; readonly reason: string };
}

const RESCUE = 'starter-at-risk-rescue';
const ONBOARDING = 'starter-onboarding';
const DETRACTOR = 'starter-detractor';

/** The playbooks of the demo, by story. A story without any shows what is suggested. */
export const RUN_STORIES: Readonly<Partial<Record<StoryName, readonly RunStory[]>>> = {
  championLeft: [
    {
      playbook: RESCUE,
      startedDaysAgo: 9,
      reason: 'Suggested because the risk band is At Risk.',
      closed: [
        { day: 1, outcome: 'Our champion left in July; her successor does not know what we are for.' },
        { day: 3, outcome: 'Our CFO knows theirs and writes to him this week.' },
      ],
    },
  ],
  escalated: [
    {
      playbook: RESCUE,
      startedDaysAgo: 20,
      reason: 'Suggested because the risk band is At Risk.',
      closed: [
        { day: 1, outcome: 'The nightly sync has lost records since the last release.' },
        { day: 2, outcome: 'VP of engineering takes part in the weekly call.' },
        { day: 4, outcome: 'Their CIO wants a date, not a credit.' },
        { day: 8, outcome: 'Fix by the end of the month, daily status until then. Confirmed.' },
      ],
    },
  ],
  leaving: [
    {
      playbook: DETRACTOR,
      startedDaysAgo: 17,
      reason: 'Suggested because the last NPS answer is 1.',
      closed: [
        { day: 1, outcome: 'Answered within the day' },
        { day: 4, outcome: 'Totals differ from their own books; nobody could say why for weeks.' },
        { day: 11, outcome: 'No date from engineering before the renewal; told them so.', skipped: true },
      ],
    },
  ],
  turnaround: [
    {
      playbook: RESCUE,
      startedDaysAgo: 150,
      reason: 'Suggested because the risk band is At Risk.',
      closed: [
        { day: 1, outcome: 'Two teams never got past the import.' },
        { day: 2, outcome: 'Head of services sponsors it.' },
        { day: 5, outcome: 'Their COO gives us a quarter.' },
        { day: 9, outcome: 'Four points, all with names' },
        { day: 24, outcome: 'Three of four done, import rebuilt' },
        { day: 34, outcome: 'Back to normal: usage is above where it was.' },
      ],
    },
  ],
  onboardingRising: [
    {
      playbook: ONBOARDING,
      startedDaysAgo: 38,
      reason: 'Suggested because the account is being onboarded.',
      closed: [
        { day: 4, outcome: 'First result: the quarterly report without a spreadsheet' },
        { day: 6, outcome: 'Confirmed by their project lead' },
        { day: 15, outcome: 'Two thirds of the first team are in.' },
        { day: 22, outcome: 'Fourteen people, with their own data' },
      ],
    },
  ],
  churned: [
    {
      playbook: RESCUE,
      startedDaysAgo: 130,
      reason: 'Suggested because the risk band is At Risk.',
      closed: [
        { day: 3, outcome: 'The project they bought us for was cancelled.' },
        { day: 6, outcome: 'No sponsor for an account of this size', skipped: true },
      ],
      stopped: { daysAgo: 101, reason: 'They gave notice; the contract was not renewed.' },
    },
  ],
};
