/** A value that an admin may set: where it stands in a configuration, and what it may be. */
export interface Setting {
  /** A value of `CS_Risk_Factor__c.CS_Factor__c`. */
  factor: string;
  /** A value of `CS_Risk_Factor__c.CS_Setting__c`. */
  setting: string;
  /** Where it stands in a `ScoringConfig`. */
  path: string;
  min: number;
  max: number;
}

type Row = [setting: string, path: string, min: number, max: number];

const DAYS = 3650;

// Limits keep a typing error out, such as a weight of 25 for 25 %; they are no advice.
const ROWS: Record<string, Row[]> = {
  Adoption: [
    ['weight', 'weights.adoption', 0, 1],
    ['fullUtilisation', 'adoption.fullUtilisation', 0.01, 1],
    ['utilisationShare', 'adoption.utilisationShare', 0, 1],
    ['baselineFloor', 'adoption.baselineFloor', 0, 0.99],
    ['lowUtilisation', 'adoption.lowUtilisation', 0, 1],
    ['downRatio', 'adoption.downRatio', 0, 1],
    ['staleAfterDays', 'adoption.staleAfterDays', 1, 365],
    ['recentDays', 'usage.recentDays', 5, 28],
    ['minHistoryDays', 'usage.minHistoryDays', 21, 91],
    ['spread', 'usage.spread', 0, 10],
  ],
  Support: [
    ['weight', 'weights.support', 0, 1],
    ['highCasePoints', 'support.casePoints.high', 0, 100],
    ['mediumCasePoints', 'support.casePoints.medium', 0, 100],
    ['lowCasePoints', 'support.casePoints.low', 0, 100],
    ['escalatedPoints', 'support.escalatedPoints', 0, 100],
    ['agedAfterDays', 'support.agedAfterDays', 1, 365],
    ['quietAfterDays', 'support.quietAfterDays', 1, 364],
    ['quietPoints', 'support.quietPoints', 0, 100],
  ],
  Sentiment: [
    ['weight', 'weights.sentiment', 0, 1],
    ['freshDays', 'sentiment.freshDays', 0, DAYS],
    ['expiresAfterDays', 'sentiment.expiresAfterDays', 1, DAYS],
  ],
  Engagement: [
    ['weight', 'weights.engagement', 0, 1],
    ['cadenceDays', 'cadenceDays.otherwise', 1, DAYS],
    ['atCadence', 'engagement.atCadence', 0, 100],
    ['lostAfterCadences', 'engagement.lostAfterCadences', 1.1, 100],
    ['scheduledBonus', 'engagement.scheduledBonus', 0, 100],
  ],
  Judgement: [
    ['weight', 'weights.judgement', 0, 1],
    ['validDays', 'judgementValidDays', 1, DAYS],
  ],
  Momentum: [
    ['weight', 'weights.momentum', 0, 1],
    ['fullFall', 'momentum.fullFall', 1, 100],
    ['windowDays', 'momentum.windowDays', 7, 120],
    ['minSpanDays', 'momentum.minSpanDays', 1, 119],
  ],
  Renewal: [
    ['weight', 'weights.renewal', 0, 1],
    ['farDays', 'renewal.farDays', 1, DAYS],
    ['nearDays', 'renewal.nearDays', 0, DAYS],
  ],
  Recovery: [
    ['maxPoints', 'recovery.maxPoints', 0, 50],
    ['stallsAfterDays', 'recovery.stallsAfterDays', 1, 365],
  ],
  Bands: [
    ['watchFrom', 'bands.watchFrom', 1, 100],
    ['atRiskFrom', 'bands.atRiskFrom', 1, 100],
    ['margin', 'bands.margin', 0, 20],
    ['validDays', 'bands.validDays', 1, 365],
  ],
  Shortfall: [
    ['noneFrom', 'shortfall.noneFrom', 1, 100],
    ['fullAt', 'shortfall.fullAt', 0, 99],
  ],
  Trend: [['steadyWithin', 'trend.steadyWithin', 0, 100]],
};

/** Every value of a configuration that an admin may set, each once. */
export const SETTINGS: readonly Setting[] = Object.entries(ROWS).flatMap(([factor, rows]) =>
  rows.map(([setting, path, min, max]) => ({ factor, setting, path, min, max })),
);

/** The setting whose value may differ by tier in the general configuration too: each tier has its own cadence. */
export const CADENCE_PATH = 'cadenceDays.otherwise';
