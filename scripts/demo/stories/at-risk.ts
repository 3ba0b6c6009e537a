import type { Story } from '../types.ts';

/** Accounts that may be lost, each for another reason. */
export const AT_RISK_STORIES = {
  championLeft: {
    reason: 'The champion left, usage fell with her, and nobody has answered since.',
    status: 'Active',
    health: [82, 84, 85, 83, 84, 80, 76, 68, 59, 51, 44, 38],
    healthComments: {
      4: 'Our champion has resigned',
      1: 'Two mails without an answer',
      0: 'Nobody owns us there now',
    },
    usage: [0.78, 0.8, 0.81, 0.79, 0.8, 0.76, 0.7, 0.58, 0.45, 0.36, 0.29, 0.24],
    cases: [
      { subject: 'Who can approve new users?', priority: 'Medium', openedDaysAgo: 18 },
      { subject: 'Export of all projects', priority: 'Medium', openedDaysAgo: 9 },
      {
        subject: 'Single sign-on certificate expires',
        priority: 'High',
        openedDaysAgo: 130,
        closedDaysAgo: 127,
      },
    ],
    touches: [
      { kind: 'email', subject: 'Introduction to the new project lead?', daysAgo: 41 },
      { kind: 'call', subject: 'Farewell call with the champion', daysAgo: 118 },
      { kind: 'meeting', subject: 'Business review, second quarter', daysAgo: 160 },
    ],
    plans: [{ kind: 'task', subject: 'Find a new sponsor', inDays: -6 }],
    nextTouchInDays: -11,
    nps: { score: 8, daysAgo: 210 },
    tags: ['Champion Left'],
  },
  escalated: {
    reason:
      'A large account with an escalated ticket that has been open for weeks: support, not usage, is the risk.',
    status: 'Active',
    health: [79, 80, 78, 80, 81, 79, 80, 77, 74, 69, 58, 49],
    healthComments: { 1: 'Data sync fails every night', 0: 'Escalated to our VP of engineering' },
    usage: [0.7, 0.71, 0.72, 0.72, 0.73, 0.72, 0.74, 0.73, 0.72, 0.7, 0.68, 0.66],
    cases: [
      { subject: 'Nightly sync drops records', priority: 'High', openedDaysAgo: 26, escalated: true },
      { subject: 'Duplicate invoices after sync', priority: 'High', openedDaysAgo: 19, escalated: true },
      { subject: 'Dashboard times out', priority: 'Medium', openedDaysAgo: 12 },
      { subject: 'Audit log is incomplete', priority: 'Medium', openedDaysAgo: 6 },
      { subject: 'Cannot invite external users', priority: 'Low', openedDaysAgo: 3 },
      { subject: 'Slow search', priority: 'Medium', openedDaysAgo: 75, closedDaysAgo: 66 },
    ],
    touches: [
      { kind: 'call', subject: 'Status of the sync incident', daysAgo: 2 },
      { kind: 'call', subject: 'Escalation call with their CIO', daysAgo: 9 },
      { kind: 'email', subject: 'Plan for the fix', daysAgo: 15 },
      { kind: 'meeting', subject: 'Quarterly business review', daysAgo: 58 },
    ],
    plans: [{ kind: 'meeting', subject: 'Joint review of the fix', inDays: 3 }],
    nextTouchInDays: 3,
    nps: { score: 6, daysAgo: 34 },
    tags: ['Executive Sponsor'],
  },
  slowDecline: {
    reason: 'Nothing dramatic ever happens: a little less every month, seen only in the trend.',
    status: 'Active',
    health: [78, 76, 75, 72, 70, 69, 66, 63, 61, 58, 56, 53],
    usage: [0.74, 0.72, 0.7, 0.68, 0.65, 0.62, 0.6, 0.57, 0.54, 0.52, 0.49, 0.46],
    cases: [
      { subject: 'Report shows the old logo', priority: 'Low', openedDaysAgo: 21 },
      { subject: 'Password policy', priority: 'Low', openedDaysAgo: 95, closedDaysAgo: 93 },
    ],
    touches: [
      { kind: 'call', subject: 'Check-in', daysAgo: 37 },
      { kind: 'email', subject: 'Release notes that matter to you', daysAgo: 72 },
      { kind: 'call', subject: 'Usage is going down, why?', daysAgo: 110 },
    ],
    plans: [{ kind: 'task', subject: 'Prepare an adoption plan', inDays: 5 }],
    nextTouchInDays: 8,
    nps: { score: 7, daysAgo: 96 },
    tags: [],
  },
  lowAdoption: {
    reason: 'Bought many seats, uses few: friendly, and at risk of being cut at renewal.',
    status: 'Active',
    health: [60, 58, 57, 57, 55, 54, 55, 53, 52, 52, 50, 51],
    healthComments: { 0: 'They like us and do not use us' },
    usage: [0.22, 0.21, 0.23, 0.21, 0.2, 0.19, 0.2, 0.18, 0.19, 0.18, 0.17, 0.18],
    cases: [
      { subject: 'How do we import our history?', priority: 'Low', openedDaysAgo: 44, closedDaysAgo: 40 },
    ],
    touches: [
      { kind: 'meeting', subject: 'Workshop: first team on board', daysAgo: 16 },
      { kind: 'call', subject: 'Which teams come next?', daysAgo: 49 },
    ],
    plans: [{ kind: 'meeting', subject: 'Training for the second team', inDays: 12 }],
    nextTouchInDays: 12,
    nps: { score: 8, daysAgo: 60 },
    tags: ['Price Sensitive'],
  },
  renewalUnprepared: {
    reason: 'The renewal is weeks away and nothing is scheduled.',
    status: 'Renewing',
    health: [74, 73, 74, 72, 71, 72, 70, 70, 69, 68, 67, 66],
    usage: [0.6, 0.61, 0.6, 0.59, 0.6, 0.58, 0.57, 0.58, 0.56, 0.56, 0.55, 0.55],
    cases: [{ subject: 'Invoice address is wrong', priority: 'Low', openedDaysAgo: 30, closedDaysAgo: 28 }],
    touches: [
      { kind: 'email', subject: 'Your renewal is coming up', daysAgo: 45 },
      { kind: 'call', subject: 'Half-year check-in', daysAgo: 98 },
    ],
    plans: [{ kind: 'task', subject: 'Send the renewal quote', inDays: -4 }],
    nextTouchInDays: null,
    nps: { score: 7, daysAgo: 150 },
    tags: ['Competitor Evaluation'],
  },
} as const satisfies Record<string, Story>;
