import type { Story } from '../types.ts';

const NO_MONTHS = [null, null, null, null, null, null, null, null, null, null, null, null] as const;

/** Accounts of which little is known, and one that is gone. */
export const LITTLE_DATA_STORIES = {
  newlySigned: {
    reason: 'Signed days ago: no usage, no score, no survey. Missing data must be said, not taken as zero.',
    status: 'Onboarding',
    health: NO_MONTHS,
    usage: NO_MONTHS,
    cases: [],
    touches: [{ kind: 'email', subject: 'Welcome', daysAgo: 1 }],
    plans: [{ kind: 'meeting', subject: 'Kick-off', inDays: 5 }],
    nextTouchInDays: 5,
    nps: null,
    tags: [],
  },
  oneScore: {
    reason: 'A single health score: a point, not a line, and no trend to speak of.',
    status: 'Onboarding',
    health: [null, null, null, null, null, null, null, null, null, null, null, 64],
    healthComments: { 0: 'First impression after the kick-off' },
    usage: [null, null, null, null, null, null, null, null, null, null, null, 0.12],
    cases: [{ subject: 'Where do I start?', priority: 'Low', openedDaysAgo: 4 }],
    touches: [{ kind: 'meeting', subject: 'Kick-off', daysAgo: 8 }],
    plans: [{ kind: 'meeting', subject: 'Configuration workshop', inDays: 6 }],
    nextTouchInDays: 6,
    nps: null,
    tags: [],
  },
  churned: {
    reason: 'Left last quarter after a year of falling usage: what losing one looked like.',
    status: 'Churned',
    health: [61, 57, 52, 48, 41, 36, 31, 28, 22, null, null, null],
    healthComments: { 3: 'Notice received' },
    usage: [0.5, 0.46, 0.41, 0.36, 0.3, 0.24, 0.18, 0.1, 0.04, null, null, null],
    cases: [{ subject: 'Delete our data', priority: 'High', openedDaysAgo: 70, closedDaysAgo: 61 }],
    touches: [{ kind: 'call', subject: 'Exit interview', daysAgo: 72 }],
    plans: [],
    nextTouchInDays: null,
    nps: { score: 2, daysAgo: 75 },
    tags: [],
  },
} as const satisfies Record<string, Story>;
