/** How a value is spoken of. Shares are kept as 0 to 1 and shown in percent. */
export type Unit = 'share' | 'points' | 'days' | 'cadences' | 'spreads';

/** A value of a scoring configuration that an admin may set. */
export interface Setting {
  /** `CS_Risk_Factor__c.CS_Factor__c` and `CS_Setting__c`. */
  factor: string;
  setting: string;
  label: string;
  unit: Unit;
  min: number;
  max: number;
}

/** What belongs together on the page. */
export interface SettingGroup {
  key: string;
  title: string;
  /** What it is about, in a sentence. */
  about: string;
  settings: readonly Setting[];
}

type Row = [factor: string, setting: string, label: string, unit: Unit, min: number, max: number];

const MAX_DAYS = 3650;
const toSetting = ([factor, setting, label, unit, min, max]: Row): Setting => ({
  ...{ factor, setting, label, unit, min, max },
});
const group = (key: string, title: string, about: string, rows: Row[]): SettingGroup => ({
  ...{ key, title, about, settings: rows.map(toSetting) },
});

/** Every setting, each once, in the order of the page. The limits are those by which the companion checks. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  group('weights', 'Weights', 'The share of each factor in the risk; together 100 %.', [
    ['Adoption', 'weight', 'Adoption', 'share', 0, 1],
    ['Support', 'weight', 'Support', 'share', 0, 1],
    ['Sentiment', 'weight', 'Sentiment', 'share', 0, 1],
    ['Engagement', 'weight', 'Engagement', 'share', 0, 1],
    ['Judgement', 'weight', 'Judgement', 'share', 0, 1],
    ['Momentum', 'weight', 'Momentum', 'share', 0, 1],
    ['Renewal', 'weight', 'Renewal', 'share', 0, 1],
  ]),
  group('bands', 'Bands', 'From which score on an account is to be watched, and is at risk.', [
    ['Bands', 'watchFrom', 'Watch begins at', 'points', 1, 100],
    ['Bands', 'atRiskFrom', 'At Risk begins at', 'points', 1, 100],
    ['Bands', 'margin', 'Margin of a band', 'points', 0, 20],
    ['Bands', 'validDays', 'A score counts for', 'days', 1, 365],
  ]),
  group(
    'shortfall',
    'Shortfall',
    'How far a measure may fall before it costs anything, and when all of it is lost.',
    [
      ['Shortfall', 'noneFrom', 'As good as needed from', 'points', 1, 100],
      ['Shortfall', 'fullAt', 'Lost at', 'points', 0, 99],
    ],
  ),
  group('adoption', 'Adoption', 'Usage against seats, and against the customer’s own past.', [
    ['Adoption', 'fullUtilisation', 'Seats in use that are enough', 'share', 0.01, 1],
    ['Adoption', 'utilisationShare', 'Part of it told by seats', 'share', 0, 1],
    ['Adoption', 'baselineFloor', 'Of the usual activity, lost at', 'share', 0, 0.99],
    ['Adoption', 'lowUtilisation', 'Low Usage below, of seats', 'share', 0, 1],
    ['Adoption', 'downRatio', 'Usage Down below, of the usual', 'share', 0, 1],
    ['Adoption', 'staleAfterDays', 'Usage is stale after', 'days', 1, 365],
    ['Adoption', 'recentDays', 'Recent days compared', 'days', 5, 28],
    ['Adoption', 'minHistoryDays', 'History needed to compare', 'days', 21, 91],
    ['Adoption', 'spread', 'Noise allowed', 'spreads', 0, 10],
  ]),
  group('support', 'Support', 'Points that an open case takes off; the older, the more.', [
    ['Support', 'highCasePoints', 'A case of high priority', 'points', 0, 100],
    ['Support', 'mediumCasePoints', 'A case of medium priority', 'points', 0, 100],
    ['Support', 'lowCasePoints', 'A case of low priority', 'points', 0, 100],
    ['Support', 'escalatedPoints', 'More for an escalated one', 'points', 0, 100],
    ['Support', 'agedAfterDays', 'Counts twice after', 'days', 1, 365],
    ['Support', 'quietAfterDays', 'Silence begins after', 'days', 1, 364],
    ['Support', 'quietPoints', 'Silence takes off at most', 'points', 0, 100],
  ]),
  group('sentiment', 'Sentiment', 'How long an NPS answer counts.', [
    ['Sentiment', 'freshDays', 'In full for', 'days', 0, MAX_DAYS],
    ['Sentiment', 'expiresAfterDays', 'Not at all after', 'days', 1, MAX_DAYS],
  ]),
  group('engagement', 'Engagement', 'The last touchpoint against the cadence of the account.', [
    ['Engagement', 'atCadence', 'Left when the cadence is used up', 'points', 0, 100],
    ['Engagement', 'lostAfterCadences', 'Lost after', 'cadences', 1.1, 100],
    ['Engagement', 'scheduledBonus', 'More when the next is planned', 'points', 0, 100],
  ]),
  group('judgement', 'Judgement', 'How long a health set by hand holds.', [
    ['Judgement', 'validDays', 'Holds for', 'days', 1, MAX_DAYS],
  ]),
  group('momentum', 'Momentum', 'The slope of health.', [
    ['Momentum', 'fullFall', 'A fall in 30 days that counts in full', 'points', 1, 100],
    ['Momentum', 'windowDays', 'Days looked back', 'days', 7, 120],
    ['Momentum', 'minSpanDays', 'Days that scores must span', 'days', 1, 119],
  ]),
  group('recovery', 'Recovery', 'What a playbook under way takes off the risk.', [
    ['Recovery', 'maxPoints', 'At most', 'points', 0, 50],
    ['Recovery', 'stallsAfterDays', 'Stalls without progress after', 'days', 1, 365],
  ]),
  group('trend', 'Trend', 'When health is called steady.', [
    ['Trend', 'steadyWithin', 'Steady within, in 30 days', 'points', 0, 100],
  ]),
  group('cadence', 'Days between touchpoints', 'An account’s own cadence goes before that of its tier.', [
    ['Engagement', 'cadenceDays', 'Cadence', 'days', 1, MAX_DAYS],
  ]),
  group('windows', 'Renewal window', 'From when on a renewal adds to the risk, and when it does in full.', [
    ['Renewal', 'farDays', 'Begins to count, before the renewal', 'days', 1, MAX_DAYS],
    ['Renewal', 'nearDays', 'Counts in full, before the renewal', 'days', 0, MAX_DAYS],
  ]),
];

/** The groups that say how often and when, not how much. */
export const CADENCE_GROUPS: readonly string[] = ['cadence', 'windows'];

/** The tiers whose accounts may have values of their own. */
export const TIERS: readonly string[] = ['Strategic', 'Enterprise', 'Growth', 'Scale'];
