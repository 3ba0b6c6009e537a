import type { Story } from '../types.ts';

/** Accounts where nothing, or nothing visible, is going on. */
export const STEADY_STORIES = {
  steady: {
    reason: 'All is well: what most accounts should look like, so that the others stand out.',
    status: 'Active',
    health: [93, 94, 93, 95, 94, 95, 96, 95, 94, 96, 95, 96],
    usage: [0.72, 0.73, 0.72, 0.74, 0.73, 0.74, 0.75, 0.74, 0.75, 0.75, 0.76, 0.75],
    cases: [{ subject: 'Question about permissions', priority: 'Low', openedDaysAgo: 52, closedDaysAgo: 51 }],
    touches: [
      { kind: 'call', subject: 'Monthly check-in', daysAgo: 12 },
      { kind: 'call', subject: 'Check-in, last month', daysAgo: 43 },
      { kind: 'meeting', subject: 'Quarterly business review', daysAgo: 75 },
    ],
    plans: [{ kind: 'task', subject: 'Agenda for the next review', inDays: 14 }],
    nextTouchInDays: 16,
    nps: { score: 9, daysAgo: 50 },
    tags: [],
  },
  silent: {
    reason: 'Pays, logs in, and nobody has spoken to them for a quarter: a touchpoint is overdue.',
    status: 'Active',
    health: [76, 75, 76, 74, 75, 74, 73, 74, 72, null, null, null],
    usage: [0.62, 0.61, 0.63, 0.62, 0.61, 0.6, 0.62, 0.6, 0.59, 0.6, 0.59, 0.58],
    cases: [],
    touches: [
      { kind: 'call', subject: 'Check-in', daysAgo: 97 },
      { kind: 'email', subject: 'Product news', daysAgo: 131 },
    ],
    plans: [],
    nextTouchInDays: -21,
    nps: { score: 8, daysAgo: 240 },
    tags: [],
  },
  seasonal: {
    reason: 'Usage falls every holiday season and comes back: a dip that is no alarm.',
    status: 'Active',
    health: [95, 96, 93, 87, 79, 76, 84, 91, 95, 96, 95, 96],
    healthComments: { 6: 'School holidays, as every year' },
    usage: [0.8, 0.81, 0.74, 0.52, 0.31, 0.33, 0.6, 0.78, 0.82, 0.83, 0.82, 0.83],
    cases: [{ subject: 'Archive last year', priority: 'Low', openedDaysAgo: 100, closedDaysAgo: 97 }],
    touches: [
      { kind: 'call', subject: 'Start of the new term', daysAgo: 24 },
      { kind: 'email', subject: 'Plan for the holidays', daysAgo: 150 },
    ],
    plans: [{ kind: 'meeting', subject: 'Review of the term', inDays: 18 }],
    nextTouchInDays: 18,
    nps: { score: 9, daysAgo: 80 },
    tags: [],
  },
  gaps: {
    reason: 'Scored and measured only now and then: charts and trends must cope with holes.',
    status: 'Active',
    health: [80, null, null, 84, null, 79, null, null, null, 82, null, 83],
    usage: [0.55, null, 0.57, null, null, 0.52, 0.54, null, null, 0.56, null, 0.55],
    cases: [{ subject: 'Reset of two-factor login', priority: 'Medium', openedDaysAgo: 2 }],
    touches: [{ kind: 'call', subject: 'Check-in', daysAgo: 33 }],
    plans: [],
    nextTouchInDays: 27,
    nps: null,
    tags: [],
  },
} as const satisfies Record<string, Story>;
