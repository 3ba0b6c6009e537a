import { daysBetween, type IsoDate } from './dates.ts';
import { STARTER_CONFIG } from './starter-config.ts';

/** For how many days a score counts where its configuration was kept before that was one of its values. */
export const STARTER_VALID_DAYS = STARTER_CONFIG.bands.validDays?.value ?? 3;

/**
 * Whether a score is older than it counts for: its account was not scored again, with whatever outcome, for longer than
 * its configuration allows. One that was never scored has nothing to be stale.
 */
export function isStale(
  scoredAsOf: IsoDate | null,
  today: IsoDate,
  validDays: number | undefined = STARTER_VALID_DAYS,
): boolean {
  return scoredAsOf !== null && daysBetween(scoredAsOf, today) > validDays;
}
