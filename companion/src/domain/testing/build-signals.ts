import { addDays } from '../dates.ts';
import type {
  AccountSignals,
  ActivitySignal,
  CaseSignal,
  HealthScoreSignal,
  NpsAnswerSignal,
  OverrideSignal,
  PlaybookRunSignal,
  UsageDaysSignal,
  UsageSignal,
} from '../signals.ts';

/** The day that tests score as of. */
export const AS_OF = '2026-11-22';

/** An account of which nothing is known but what is given. */
export function buildSignals(known: Partial<AccountSignals> = {}): AccountSignals {
  return {
    accountId: '001000000000001AAA',
    tier: null,
    cadenceDays: null,
    renewalDate: null,
    nps: null,
    nextScheduled: null,
    enteredHealth: null,
    activities: [],
    cases: [],
    usage: [],
    healthScores: [],
    ...known,
  };
}

export function buildCase(known: Partial<CaseSignal> = {}): CaseSignal {
  const id = known.id ?? '500000000000001AAA';
  const open = { openedOn: AS_OF, open: true, priority: 'Medium', escalated: false };
  return { object: 'Case', id, label: '00001001', ...open, ...known };
}

export function buildTouch(on: string, known: Partial<ActivitySignal> = {}): ActivitySignal {
  return { object: 'Task', id: '00T000000000001AAA', label: 'Call', kind: 'done', on, ...known };
}

/** A month of usage. */
export function buildUsage(periodStart: string, known: Partial<UsageSignal> = {}): UsageSignal {
  const counts = { activeUsers: null, licensedSeats: null, logins: null, apiCalls: null };
  return { id: `a02-${periodStart}`, periodStart, periodDays: 31, ...counts, ...known };
}

/** Active users by day, the last value on the day before `AS_OF`. */
export function buildUsageDays(values: (number | null)[], last = addDays(AS_OF, -1)): UsageDaysSignal {
  return { measure: 'activeUsers', from: addDays(last, 1 - values.length), values };
}

export function buildHealthScore(
  on: string,
  score: number,
  source: HealthScoreSignal['source'],
): HealthScoreSignal {
  return { id: `a00-${on}-${source}`, score, on, source, createdAt: `${on}T09:00:00.000Z` };
}

export function buildAnswer(
  on: string,
  score: number,
  known: Partial<NpsAnswerSignal> = {},
): NpsAnswerSignal {
  const id = known.id ?? `a04-${on}-${score}`;
  return { object: 'CS_NPS_Response__c', id, label: `NPS: ${score}`, score, on, contactId: null, ...known };
}

/** A playbook run whose steps were done on these days, null for those that are open. */
export function buildRun(
  startedOn: string,
  done: (string | null)[],
  known: Partial<PlaybookRunSignal> = {},
): PlaybookRunSignal {
  const id = known.id ?? 'a10000000000001AAA';
  const steps = done.map((doneOn, index) => ({
    id: `${id}-${index + 1}`,
    label: `Step ${index + 1}`,
    order: index + 1,
    doneOn,
  }));
  return { id, label: 'Rescue', startedOn, status: 'Active', steps, ...known };
}

/** A band that Dana set by hand on AS_OF, for a month. */
export function buildOverride(known: Partial<OverrideSignal> = {}): OverrideSignal {
  return {
    id: 'a12000000000001AAA',
    band: 'Watch',
    reason: 'The renewal is signed',
    by: 'Dana Reyes',
    setOn: AS_OF,
    expiresOn: '2026-12-22',
    endedOn: null,
    endedBy: null,
    ...known,
  };
}

/** The account of the worked example in docs/metrics.md. */
export const WORKED_EXAMPLE = buildSignals({
  tier: 'Enterprise',
  renewalDate: '2027-02-04',
  nps: { score: 4, on: '2026-10-18' },
  activities: [buildTouch('2026-10-08')],
  cases: [
    buildCase({ id: '500000000000001AAA', openedOn: '2026-10-29', priority: 'High', escalated: true }),
    buildCase({ id: '500000000000002AAA', openedOn: '2026-11-13' }),
  ],
  usage: [
    buildUsage('2026-10-01', { activeUsers: 420, licensedSeats: 1200 }),
    ...['2026-09-01', '2026-08-01', '2026-07-01'].map((start) =>
      buildUsage(start, { periodDays: 30, activeUsers: 600, licensedSeats: 1200 }),
    ),
  ],
  healthScores: [
    buildHealthScore('2026-11-03', 45, 'Manual'),
    buildHealthScore('2026-10-23', 60, 'Calculated'),
  ],
});
