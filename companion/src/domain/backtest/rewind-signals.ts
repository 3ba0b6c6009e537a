import { addDays, type IsoDate } from '../dates.ts';
import type { AccountSignals } from '../signals.ts';

/** How an account ended up, and on which day. `renewed` is the last renewal that is over. */
export interface AccountOutcome {
  accountId: string;
  lost: boolean;
  on: IsoDate;
}

/** All that is known of an account today, with the days on which its cases were closed. */
export interface AccountHistory {
  signals: AccountSignals;
  closedOn: ReadonlyMap<string, IsoDate>;
}

/**
 * The signals as they were on a day of the past, as far as records tell: only what was there by then. A case is open
 * when it was closed later. What has no history is left unknown: plans for the next touchpoint, a health typed into
 * the account, the renewal date. An NPS answer counts when it had been given by then.
 */
export function rewindSignals({ signals, closedOn }: AccountHistory, day: IsoDate): AccountSignals {
  const wasOpen = (id: string, open: boolean) => {
    const closed = closedOn.get(id);
    return closed === undefined ? open : closed > day;
  };
  return {
    ...signals,
    renewalDate: null,
    nextScheduled: null,
    enteredHealth: null,
    nps: signals.nps?.on != null && signals.nps.on <= day ? signals.nps : null,
    activities: signals.activities.filter(({ kind, on }) => kind !== 'open' && on <= day),
    cases: signals.cases
      .filter(({ openedOn }) => openedOn <= day)
      .map((each) => ({ ...each, open: wasOpen(each.id, each.open) })),
    usage: signals.usage.filter(({ periodStart, periodDays }) => addDays(periodStart, periodDays - 1) <= day),
    healthScores: signals.healthScores.filter(({ on }) => on <= day),
  };
}
