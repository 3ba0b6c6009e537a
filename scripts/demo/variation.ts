import { seededRandom } from './seeded-random.ts';

/** How far two accounts with the same story lie apart: small enough that the story stays the same. */
const VARIATION_DAYS = 3;
const VARIATION_POINTS = 2;

/** What makes one account differ from another with the same story; always the same for the same account. */
export interface Variation {
  /** A few days added to something that lies in the past. */
  readonly earlierDays: () => number;
  /** Days by which everything planned lies further off: one number for the account, so that its plans agree. */
  readonly planShiftDays: number;
  /** A few points, up or down. */
  readonly points: () => number;
  /** A number from 0 up to 1. */
  readonly random: () => number;
}

/** The variation of one account. */
export function variation(accountKey: string): Variation {
  const random = seededRandom(accountKey);
  return {
    earlierDays: () => Math.floor(random() * VARIATION_DAYS),
    planShiftDays: Math.floor(random() * VARIATION_DAYS),
    points: () => Math.round((random() * 2 - 1) * VARIATION_POINTS),
    random,
  };
}

/** Days to something planned or overdue, moved further from today; today stays today. */
export function planDays(inDays: number, vary: Variation): number {
  return inDays + Math.sign(inDays) * vary.planShiftDays;
}
