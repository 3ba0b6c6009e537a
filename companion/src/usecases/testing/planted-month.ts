import type { AlertRule, AlertType } from '../../domain/alerts/alert-rule.ts';
import { addDays, type IsoDate } from '../../domain/dates.ts';
import type { AccountSignals } from '../../domain/signals.ts';
import { buildRule } from '../../domain/testing/build-alert.ts';
import { buildAnswer, buildCase, buildSignals, buildTouch } from '../../domain/testing/build-signals.ts';
import type { AccountForAlerts } from '../alert-ports.ts';

/** The kinds of trouble that are planted; each has a rule. */
export const PLANTED_TYPES = [
  'At Risk',
  'Usage Down',
  'Task Overdue',
  'Escalated Ticket',
  'Detractor',
  'Renewal',
] as const satisfies readonly AlertType[];

/** Something that goes wrong on a day of the simulated month, and stays so for some days. */
export interface Planted {
  account: number;
  type: (typeof PLANTED_TYPES)[number];
  /** Days after the first. */
  from: number;
  days: number;
  /** Whether it is gone for one day in between. Only where a rule settles. */
  blips: boolean;
}

/** The rules of the month: half of them at once, the others in a digest; quiet at night. */
export const MONTH_RULES: AlertRule[] = PLANTED_TYPES.map((type, index) =>
  buildRule({
    ruleId: `a0R00000000000${index}AAA`,
    type,
    digest: index % 2 === 1,
    email: index % 2 === 1,
    quiet: { from: 20, to: 7 },
    threshold: type === 'Renewal' ? 60 : null,
  }),
);

/** The id of an account of the month. */
export const accountIdOf = (account: number) => `00100000000${String(account).padStart(4, '0')}AAA`;

/** The record that an alert of a planted event points at. */
export function recordIdOf({ account, type, from }: Planted): string {
  const suffix = `${String(account).padStart(2, '0')}${String(from).padStart(2, '0')}`;
  const prefixes: Partial<Record<AlertType, string>> = {
    'Task Overdue': '00T',
    'Escalated Ticket': '500',
    Detractor: 'a0N',
  };
  const prefix = prefixes[type];
  return prefix ? `${prefix}00000000${suffix}AAA` : accountIdOf(account);
}

/** An account as it stands on a day, made of what is planted. */
export function accountOn(
  account: number,
  planted: readonly Planted[],
  { start, day }: { start: IsoDate; day: number },
): AccountForAlerts {
  const accountId = accountIdOf(account);
  const mine = planted.filter((event) => event.account === account);
  const isSo = (event: Planted) =>
    day >= event.from && day < event.from + event.days && !(event.blips && day === event.from + 2);
  const so = mine.filter(isSo);
  const has = (type: AlertType) => so.some((event) => event.type === type);
  const dayOf = (days: number) => addDays(start, days);
  const signals: AccountSignals = buildSignals({
    accountId,
    activities: mine
      // While it is to come it would be a next step for a renewal.
      .filter(({ type, from }) => type === 'Task Overdue' && day > from - 3)
      // Three days overdue on the day from which it is planted; done on the last.
      .map((event) => {
        const done = day >= event.from + event.days;
        const on = done ? dayOf(event.from + event.days) : dayOf(event.from - 3);
        return buildTouch(on, { id: recordIdOf(event), kind: done ? 'done' : 'open', label: 'Follow up' });
      }),
    cases: so
      .filter(({ type }) => type === 'Escalated Ticket')
      .map((event) => buildCase({ id: recordIdOf(event), openedOn: dayOf(event.from), escalated: true })),
    npsAnswers: so
      .filter(({ type }) => type === 'Detractor')
      .map((event) => buildAnswer(dayOf(event.from), 3, { id: recordIdOf(event) })),
    renewalDate: has('Renewal') ? dayOf(day + 40) : dayOf(day + 200),
  });
  return {
    accountId,
    name: `Account ${account}`,
    signals,
    current: {},
    facts: {
      owner: null,
      csm: { id: '005000000000001AAA', name: 'Dana' },
      ...{ tier: null, status: 'Active', renewalDate: null, lowUsage: null },
      usageDown: has('Usage Down'),
    },
    score: has('At Risk') ? 80 : 20,
    band: has('At Risk') ? 'At Risk' : 'Healthy',
    scoreBefore: 20,
  };
}
