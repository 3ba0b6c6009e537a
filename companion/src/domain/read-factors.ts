import { findUsageEnd, measureAdoption, saysTheSame } from './adoption.ts';
import type { IsoDate } from './dates.ts';
import { measureEngagement } from './engagement.ts';
import { readHealth, type Health } from './health.ts';
import { measureJudgement } from './judgement.ts';
import { readMomentum } from './momentum.ts';
import { readRecovery, type Recovery } from './recovery.ts';
import { readRenewal } from './renewal.ts';
import type { ScoringConfig } from './scoring-config.ts';
import { measureSentiment } from './sentiment.ts';
import type { AccountSignals } from './signals.ts';
import { measureSupport } from './support.ts';
import type { Readings } from './weigh-risk.ts';

/** All that is read of an account before it is weighed, and of what. */
export interface FactorReadings {
  signals: AccountSignals;
  asOf: IsoDate;
  /** When the last period of usage ends; null without any. */
  usageEnd: IsoDate | null;
  factors: Readings;
  health: Health;
  recovery: Recovery | null;
}

/** Which signals a factor looks at. `read-factors.test.ts` shows that none looks at another. */
const LOOKS_AT = {
  adoption: ['usage', 'usageDays', 'tier'],
  support: ['cases'],
  sentiment: ['npsAnswers', 'nps', 'lapsedNps'],
  engagement: ['activities', 'nextScheduled', 'cadenceDays', 'tier'],
  judgement: ['healthScores', 'enteredHealth'],
  momentum: ['healthScores'],
  renewal: ['renewalDate'],
  recovery: ['runs'],
} satisfies Record<string, (keyof AccountSignals)[]>;

/**
 * Reads every factor of an account. With an earlier reading of it under the same configuration, factors whose signals
 * are the very same objects, on the same day, are taken from there: a change that is thought of leaves most alone.
 */
export function readFactors(
  signals: AccountSignals,
  config: ScoringConfig,
  asOf: IsoDate,
  before: FactorReadings | null = null,
): FactorReadings {
  const isUntouched = (factor: keyof typeof LOOKS_AT) =>
    before !== null && LOOKS_AT[factor].every((name) => before.signals[name] === signals[name]);
  const kept = (factor: keyof typeof LOOKS_AT) =>
    before?.asOf === asOf && isUntouched(factor) ? before : null;
  const carried = () => {
    if (!before?.factors.adoption.known || !isUntouched('adoption')) return null;
    return saysTheSame(signals, before.usageEnd, config, [before.asOf, asOf]) ? before : null;
  };
  const measures = {
    adoption: (kept('adoption') ?? carried())?.factors.adoption ?? measureAdoption(signals, config, asOf),
    support: kept('support')?.factors.support ?? measureSupport(signals, config, asOf),
    sentiment: kept('sentiment')?.factors.sentiment ?? measureSentiment(signals, config, asOf),
    engagement: kept('engagement')?.factors.engagement ?? measureEngagement(signals, config, asOf),
    judgement: kept('judgement')?.factors.judgement ?? measureJudgement(signals, config, asOf),
  };
  const health = readHealth(signals, measures, config, asOf);
  const momentum = kept('momentum');
  const unrecovered = kept('recovery');
  return {
    signals,
    asOf,
    usageEnd: before?.signals.usage === signals.usage ? before.usageEnd : findUsageEnd(signals.usage),
    factors: {
      ...measures,
      momentum:
        momentum?.health.value === health.value
          ? momentum.factors.momentum
          : readMomentum(signals, health.value, config, asOf),
      renewal: kept('renewal')?.factors.renewal ?? readRenewal(signals, config, asOf),
    },
    health,
    recovery: unrecovered ? unrecovered.recovery : readRecovery(signals, config, asOf),
  };
}
