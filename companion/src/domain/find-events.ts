import { signalCause, type Cause } from './cause.ts';
import { canonicalJson } from './canonical-json.ts';
import { addDays, daysBetween, type IsoDate } from './dates.ts';
import { findLastTouchpoint } from './engagement.ts';
import type { Factor } from './factors.ts';
import type { AccountSignals, CaseSignal, EnteredHealth } from './signals.ts';

/** Health scores are read for longer than this, so one that is younger did not just grow too old to be read. */
const MAY_BE_VALID_DAYS = 90;

/** Signals at two times, for the question what happened between. */
export interface Between {
  before: AccountSignals;
  now: AccountSignals;
  asOf: IsoDate;
}

/** What happened to the signals of each factor, the most telling first; empty where nothing did. */
export const EVENTS: Record<Factor, (between: Between) => Cause[]> = {
  adoption({ before, now, asOf }) {
    const { added, changed, removed } = compare(before.usage, now.usage);
    return [
      ...added.map(({ id, periodStart, periodDays }) => {
        const last = addDays(periodStart, Math.max(1, periodDays) - 1);
        return signalCause(`Usage to ${last} came in`, [usageRecord(id, last)]);
      }),
      ...changed.map(({ id, periodStart, periodDays }) => {
        const last = addDays(periodStart, Math.max(1, periodDays) - 1);
        const isNews =
          last >= addDays(asOf, -1) || !before.usage.some((each) => each.periodStart === periodStart);
        if (isNews) return signalCause('Usage of the last days came in', [usageRecord(id, last)]);
        const record = { object: 'CS_Usage_Snapshot__c', id, label: `Usage from ${periodStart}` };
        return signalCause(`Usage from ${periodStart} was corrected`, [record]);
      }),
      // Old periods leave by themselves; a newer one that is gone was deleted.
      ...removed
        .filter(({ periodStart }) => now.usage.every((each) => each.periodStart < periodStart))
        .map(({ periodStart }) => signalCause(`Usage from ${periodStart} was deleted`)),
    ];
  },
  support({ before, now }) {
    const { added, changed, removed } = compare(before.cases, now.cases);
    return [
      ...added
        .filter(({ open }) => open)
        .map((each) => caseCause(each, each.escalated ? 'was opened and escalated' : 'was opened')),
      ...changed.map((each) => caseCause(each, whatChanged(each, before.cases))),
      ...removed
        .filter(({ open }) => open)
        .map(({ label }) => signalCause(`Case ${label} was deleted or moved`)),
    ];
  },
  sentiment({ before, now }) {
    const { added, changed, removed } = compare(before.npsAnswers ?? [], now.npsAnswers ?? []);
    const answers = [
      ...added.map((each) => signalCause(`NPS answer ${each.score} came in`, [each])),
      ...changed.map((each) => signalCause(`NPS answer ${each.score} was changed`, [each])),
      // Whoever answered again has a new answer in place of the old one.
      ...(added.length > 0 ? [] : removed).map(({ score }) => signalCause(`NPS answer ${score} was deleted`)),
    ];
    // What the account shows follows from the answers where there are any.
    if (answers.length > 0 || (now.npsAnswers ?? []).length > 0) return answers;
    if (canonicalJson(before.nps) === canonicalJson(now.nps)) return [];
    return [signalCause(now.nps ? `NPS answer ${now.nps.score} came in` : 'The NPS answer was removed')];
  },
  engagement({ before, now, asOf }) {
    const last = findLastTouchpoint(now, asOf);
    const isNew =
      last !== null && !before.activities.some(({ id, kind }) => id === last.id && kind === last.kind);
    const lost = findLastTouchpoint(before, asOf);
    const isLost = lost !== null && !now.activities.some(({ id }) => id === lost.id);
    return [
      ...(isNew ? [signalCause(`${last.label} on ${last.on} was a touchpoint`, [last])] : []),
      ...(isLost && !isNew ? [signalCause(`${lost.label} on ${lost.on} was deleted`)] : []),
      ...(before.nextScheduled === now.nextScheduled
        ? []
        : [
            signalCause(
              now.nextScheduled
                ? `The next touchpoint was planned for ${now.nextScheduled}`
                : 'No touchpoint is planned any more',
            ),
          ]),
      ...(before.cadenceDays === now.cadenceDays && before.tier === now.tier
        ? []
        : [signalCause('Another cadence holds for the account')]),
    ];
  },
  judgement({ before, now, asOf }) {
    const manual = ({ healthScores }: AccountSignals) =>
      healthScores.filter(({ source }) => source === 'Manual');
    const { added, removed } = compare(manual(before), manual(now));
    const entered = now.enteredHealth;
    return [
      ...added.map(({ id, score }) => {
        const record = { object: 'CS_Health_Score__c', id, label: `Health ${score}` };
        return signalCause(`Health was set to ${score} by hand`, [record]);
      }),
      ...(entered && entered.value !== before.enteredHealth?.value
        ? [signalCause(wordEntered(entered))]
        : []),
      // Old scores leave by themselves; one that could still be valid was deleted.
      ...removed
        .filter(({ on }) => daysBetween(on, asOf) <= MAY_BE_VALID_DAYS)
        .map(({ score }) => signalCause(`The health of ${score} set by hand was deleted`)),
    ];
  },
  // Health follows from the other factors: what moved it is found where both risks are known.
  momentum: () => [],
  renewal({ before, now }) {
    if (before.renewalDate === now.renewalDate) return [];
    const to = now.renewalDate ?? 'no date';
    return [signalCause(`The renewal moved from ${before.renewalDate ?? 'no date'} to ${to}`)];
  },
  recovery({ before, now }) {
    const { added, changed, removed } = compare(before.runs ?? [], now.runs ?? []);
    const record = ({ id, label }: { id: string; label: string }) => ({
      object: 'CS_Playbook_Run__c',
      id,
      label,
    });
    return [
      ...added.map((run) => signalCause(`${run.label} was started`, [record(run)])),
      ...changed.map((run) => {
        const old = (before.runs ?? []).find(({ id }) => id === run.id);
        const wasOpen = new Set(old?.steps.filter(({ doneOn }) => doneOn === null).map(({ id }) => id));
        const done = run.steps.filter(({ id, doneOn }) => doneOn !== null && wasOpen.has(id));
        const what =
          done.length === 0 ? 'was changed' : `moved on: ${done.map(({ label }) => label).join(', ')}`;
        return signalCause(`${run.label} ${what}`, [record(run)]);
      }),
      ...removed
        .filter(({ status }) => status === 'Active')
        .map(({ label }) => signalCause(`${label} was stopped`)),
    ];
  },
};

function caseCause(each: CaseSignal, what: string): Cause {
  return signalCause(`Case ${each.label} ${what}`, [each]);
}

function whatChanged(each: CaseSignal, before: CaseSignal[]): string {
  const old = before.find(({ id }) => id === each.id);
  if (old?.open && !each.open) return 'was closed';
  if (!old?.open && each.open) return 'was opened again';
  if (!old?.escalated && each.escalated) return 'was escalated';
  return old?.priority === each.priority ? 'was changed' : `has priority ${each.priority ?? 'none'} now`;
}

function compare<T extends { id: string }>(
  before: T[],
  now: T[],
): { added: T[]; changed: T[]; removed: T[] } {
  const old = new Map(before.map((each) => [each.id, each]));
  const present = new Set(now.map(({ id }) => id));
  const byId = (a: T, b: T) => (a.id < b.id ? -1 : 1);
  return {
    added: now.filter(({ id }) => !old.has(id)).sort(byId),
    changed: now
      .filter((each) => old.has(each.id) && canonicalJson(old.get(each.id)) !== canonicalJson(each))
      .sort(byId),
    removed: before.filter(({ id }) => !present.has(id)).sort(byId),
  };
}

const usageRecord = (id: string, last: IsoDate) => ({
  object: 'CS_Usage_Snapshot__c',
  id,
  label: `Usage to ${last}`,
});

const wordEntered = ({ value, source }: EnteredHealth) =>
  source === undefined ? `Health was set to ${value} by hand` : `Health became ${value} in ${source}`;
