import { addDays, countDays, daysBetween, sayDay, type IsoDate } from '../dates.ts';
import { findCadence, findLastTouchpoint, findNextTouchpoint } from '../engagement.ts';
import type { ScoringConfig } from '../scoring-config.ts';
import { accountCause, recordCause } from './account-cause.ts';
import type { AlertAccount, FoundCauses } from './alert-account.ts';

/** For so long after the date a renewal that nobody closed is still worth an alert. */
const RENEWAL_PAST_DAYS = 30;

/** Open tasks that have been overdue for so many days, each by itself. */
export function findOverdueTasks({ signals }: AlertAccount, days: number, asOf: IsoDate): FoundCauses {
  return signals.activities
    .filter((each) => each.object === 'Task' && each.kind === 'open')
    .filter((each) => daysBetween(each.on, asOf) >= Math.max(days, 1))
    .map((task) => {
      const late = countDays(daysBetween(task.on, asOf));
      return recordCause(task, `"${task.label}" was due on ${sayDay(task.on)}, ${late} ago.`);
    });
}

/** The touchpoint was due so many days ago, and no other is planned. */
export function findOverdueTouchpoint(
  account: AlertAccount,
  days: number,
  asOf: IsoDate,
  config: Pick<ScoringConfig, 'cadenceDays'>,
): FoundCauses {
  const { signals } = account;
  const last = findLastTouchpoint(signals, asOf);
  if (!last || findNextTouchpoint(signals, addDays(asOf, -1)) !== null) return [];
  const cadence = findCadence(signals, config);
  const due = signals.nextScheduled ?? addDays(last.on, cadence);
  const late = daysBetween(due, asOf);
  if (late < Math.max(days, 1)) return [];
  const text = `A touchpoint was due on ${sayDay(due)}, ${countDays(late)} ago; the last was on ${sayDay(last.on)}, and none is planned.`;
  return accountCause(account, text, [{ object: last.object, id: last.id, label: last.label }]);
}

/** The renewal is within so many days, or just past, and there is no next step: nothing planned, no playbook running. */
export function findBareRenewal(account: AlertAccount, days: number, asOf: IsoDate): FoundCauses {
  const { renewalDate, runs = [] } = account.signals;
  if (renewalDate === null) return [];
  const left = daysBetween(asOf, renewalDate);
  if (left > days || left < -RENEWAL_PAST_DAYS) return [];
  const isPlanned = findNextTouchpoint(account.signals, addDays(asOf, -1)) !== null;
  if (isPlanned || runs.some(({ status }) => status === 'Active')) return [];
  const when = left > 0 ? `in ${countDays(left)}` : left === 0 ? 'today' : `${countDays(-left)} ago`;
  const renews = left >= 0 ? 'Renews' : 'Was to renew';
  return accountCause(account, `${renews} on ${sayDay(renewalDate)}, ${when}, and no next step is planned.`);
}
