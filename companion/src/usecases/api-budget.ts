import type { ApiUsage } from './ports.ts';

/** From this part of the share on, work that nobody waits for is put off. */
const SLOW_FROM = 0.8;
/** Pauses between looks for requests of users while calls are short, in seconds: a minute, then five. */
const SLOW_POLL_SECONDS = 60;
const SPENT_POLL_SECONDS = 300;

/** `normal`; `slow`: looks less often for requests; `spent`: only requests of users are answered, and seldom. */
export type Pace = 'normal' | 'slow' | 'spent';

/** How it stands with the calls that an org allows in 24 hours. */
export interface BudgetState {
  /** What the org last said, of all its users together; null before its first answer. */
  usage: ApiUsage | null;
  /** Share of the org's daily calls below which the companion keeps, in percent. */
  percent: number;
  pace: Pace;
  /** How often work was put off since the start. */
  putOff: number;
}

export interface ApiBudget {
  state(): BudgetState;
  /** The pace that the last answer of the org asks for. */
  pace(): Pace;
  /** Notes that work was put off, and says why in one line. */
  putOff(): string;
  /** How long to pause between looks for requests of users, in milliseconds. */
  pollPauseMs(usual: number): number;
}

/**
 * Keeps the companion from using up the calls that an org allows its users and all its integrations together. The org
 * counts over 24 hours and tells with each answer, so that the pace follows by itself when calls become free again.
 *
 * @param onChange told when the pace changes
 */
export function createApiBudget(
  readUsage: () => ApiUsage | null,
  percent: number,
  onChange: (state: BudgetState) => void = () => undefined,
): ApiBudget {
  let last: Pace = 'normal';
  let putOff = 0;
  const stateOf = (pace: Pace): BudgetState => ({ usage: readUsage(), percent, pace, putOff });
  const pace = () => {
    const now = judge(readUsage(), percent);
    if (now !== last) {
      last = now;
      onChange(stateOf(now));
    }
    return now;
  };
  return {
    pace,
    state: () => stateOf(pace()),
    putOff() {
      putOff += 1;
      const usage = readUsage();
      return (
        `Put off: ${usage?.used ?? 0} of the ${usage?.limit ?? 0} API calls that the org allows in 24 hours are used; ` +
        `the companion keeps below ${percent}% (SALESFORCE_API_BUDGET_PERCENT).`
      );
    },
    pollPauseMs(usual) {
      const least = { normal: 0, slow: SLOW_POLL_SECONDS, spent: SPENT_POLL_SECONDS }[pace()];
      return Math.max(usual, least * 1000);
    },
  };
}

function judge(usage: ApiUsage | null, percent: number): Pace {
  if (!usage || usage.limit <= 0) return 'normal';
  const share = usage.used / (usage.limit * (percent / 100));
  return share >= 1 ? 'spent' : share >= SLOW_FROM ? 'slow' : 'normal';
}
