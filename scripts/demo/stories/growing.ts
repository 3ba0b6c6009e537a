import type { Story } from '../types.ts';

/** Accounts on their way up. */
export const GROWING_STORIES = {
  onboardingRising: {
    reason: 'Signed four months ago and rising as planned: onboarding that works.',
    status: 'Onboarding',
    health: [null, null, null, null, null, null, null, null, 48, 59, 68, 76],
    healthComments: { 3: 'Kick-off done, no data yet', 0: 'First team is live' },
    usage: [null, null, null, null, null, null, null, null, 0.08, 0.24, 0.41, 0.57],
    cases: [
      { subject: 'Single sign-on for our tenant', priority: 'Medium', openedDaysAgo: 70, closedDaysAgo: 66 },
      { subject: 'Mapping of custom fields', priority: 'Medium', openedDaysAgo: 5 },
    ],
    touches: [
      { kind: 'meeting', subject: 'Onboarding, week 14', daysAgo: 4 },
      { kind: 'meeting', subject: 'Go-live of the first team', daysAgo: 19 },
      { kind: 'meeting', subject: 'Kick-off', daysAgo: 108 },
    ],
    plans: [{ kind: 'meeting', subject: 'Onboarding, hand-over', inDays: 6 }],
    nextTouchInDays: 6,
    nps: null,
    tags: [],
  },
  expanding: {
    reason: 'Uses more than it bought and tells others: a customer to grow with.',
    status: 'Active',
    health: [78, 80, 81, 83, 84, 86, 87, 89, 90, 92, 93, 94],
    healthComments: { 0: 'Asked for a quote for the next region' },
    usage: [0.68, 0.71, 0.74, 0.78, 0.81, 0.85, 0.88, 0.92, 0.95, 0.99, 1.03, 1.06],
    cases: [
      { subject: 'Raise the seat limit', priority: 'Medium', openedDaysAgo: 8, closedDaysAgo: 8 },
      { subject: 'API quota for the new region', priority: 'Low', openedDaysAgo: 33, closedDaysAgo: 30 },
    ],
    touches: [
      { kind: 'meeting', subject: 'Roll-out to the next region', daysAgo: 6 },
      { kind: 'call', subject: 'Reference call for a prospect', daysAgo: 27 },
      { kind: 'meeting', subject: 'Quarterly business review', daysAgo: 62 },
    ],
    plans: [{ kind: 'task', subject: 'Quote for more seats', inDays: 4 }],
    nextTouchInDays: 9,
    nps: { score: 10, daysAgo: 20 },
    tags: ['Reference', 'Expansion Potential'],
  },
  outageRecovered: {
    reason: 'A detractor after an outage, won back by how it was handled.',
    status: 'Active',
    health: [80, 81, 80, 82, 81, 79, 52, 45, 57, 66, 73, 78],
    healthComments: {
      5: 'Down for six hours on their busiest day',
      4: 'Their COO is furious',
      1: 'Trust is coming back',
    },
    usage: [0.72, 0.73, 0.72, 0.74, 0.73, 0.7, 0.48, 0.5, 0.58, 0.64, 0.69, 0.71],
    cases: [
      {
        subject: 'Platform unavailable',
        priority: 'High',
        openedDaysAgo: 158,
        closedDaysAgo: 157,
        escalated: true,
      },
      { subject: 'Orders lost during the outage', priority: 'High', openedDaysAgo: 156, closedDaysAgo: 139 },
      { subject: 'Credit for the outage', priority: 'Medium', openedDaysAgo: 150, closedDaysAgo: 121 },
    ],
    touches: [
      { kind: 'call', subject: 'Monthly reliability report', daysAgo: 11 },
      { kind: 'meeting', subject: 'What we changed since the outage', daysAgo: 66 },
      { kind: 'call', subject: 'Apology to their COO', daysAgo: 155 },
    ],
    plans: [{ kind: 'meeting', subject: 'Ask for a second survey', inDays: 10 }],
    nextTouchInDays: 10,
    nps: { score: 3, daysAgo: 148 },
    tags: [],
  },
  turnaround: {
    reason: 'Was nearly lost, has a new sponsor and climbs: the band lags behind the trend.',
    status: 'Active',
    health: [58, 52, 47, 41, 36, 34, 38, 45, 52, 60, 67, 72],
    healthComments: { 6: 'New sponsor: head of operations', 0: 'Weekly calls are paying off' },
    usage: [0.55, 0.48, 0.4, 0.33, 0.28, 0.27, 0.31, 0.38, 0.44, 0.52, 0.58, 0.62],
    cases: [
      { subject: 'Migration of the old workspace', priority: 'Medium', openedDaysAgo: 90, closedDaysAgo: 58 },
    ],
    touches: [
      { kind: 'call', subject: 'Weekly call with operations', daysAgo: 5 },
      { kind: 'meeting', subject: 'Success plan agreed', daysAgo: 83 },
      { kind: 'meeting', subject: 'First meeting with the new sponsor', daysAgo: 176 },
    ],
    plans: [{ kind: 'task', subject: 'Share the success plan with their board', inDays: 7 }],
    nextTouchInDays: 2,
    nps: { score: 7, daysAgo: 25 },
    tags: ['Executive Sponsor'],
  },
} as const satisfies Record<string, Story>;
