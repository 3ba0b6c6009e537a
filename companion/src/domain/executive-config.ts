import { because } from './reasoned.ts';
import type { Reasoned } from './scoring-config.ts';

/** What the totals of the executive page are a matter of judgement of. */
export interface ExecutiveConfig {
  /** How far ahead a renewal counts, in days. */
  renewalDays: Reasoned<number>;
  /** The share of ARR that is expected to stay when its customer renews, 0–1, by risk band. */
  expectedToStay: Record<'Healthy' | 'Watch' | 'At Risk' | 'unscored', Reasoned<number>>;
}

/**
 * What a new org starts with. The shares are starting points, not measurements: a back-test tells what became of the
 * customers of each band.
 */
export const STARTER_EXECUTIVE: ExecutiveConfig = {
  renewalDays: because(90, 'A quarter: what is booked, or lost, before the next one begins.'),
  expectedToStay: {
    Healthy: because(0.97, 'Even a content customer is now and then bought, closed or merged away.'),
    Watch: because(0.85, 'About one in seven of those that need watching leaves or shrinks.'),
    'At Risk': because(0.5, 'Without a rescue it may go either way.'),
    unscored: because(0.9, 'Nothing is known: what a customer base keeps on the whole.'),
  },
};
