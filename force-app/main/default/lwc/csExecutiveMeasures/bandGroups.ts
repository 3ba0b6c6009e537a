/** As the companion counts: docs/metrics.md, Totals of a day. */
export const RENEWAL_DAYS = 90;

/** The share of ARR that is expected to stay when a customer renews, as the companion counts. */
export const EXPECTED_TO_STAY: Readonly<Record<string, number>> = {
  Healthy: 0.97,
  Watch: 0.85,
  'At Risk': 0.5,
  unscored: 0.9,
};

/** Accounts of one risk band added up by the org; `band` is null for those without a score. */
export interface BandGroup {
  band: string | null;
  accounts: number;
  /** Those of them whose ARR is known. */
  withArr: number;
  arr: number;
  /** Those of them that have a health. */
  withHealth: number;
  healthSum: number;
}

/** What groups come to. */
export interface GroupTotals {
  accounts: number;
  withoutArr: number;
  arr: number;
  /** What of the ARR is expected to stay. */
  forecast: number;
  withoutHealth: number;
  /** Mean health in tenths; null without any. */
  health: number | null;
}

/** Adds up groups. Sums are of cents, so that no rounding shows. */
export function addUpGroups(groups: readonly BandGroup[]): GroupTotals {
  const sum = (of: (group: BandGroup) => number) => groups.reduce((total, group) => total + of(group), 0);
  const accounts = sum((group) => group.accounts);
  const withHealth = sum((group) => group.withHealth);
  return {
    accounts,
    withoutArr: accounts - sum((group) => group.withArr),
    arr: sum(({ arr }) => Math.round(arr * 100)) / 100,
    forecast:
      sum(({ band, arr }) => Math.round(arr * 100 * (EXPECTED_TO_STAY[band ?? 'unscored'] ?? 0))) / 100,
    withoutHealth: accounts - withHealth,
    health: withHealth === 0 ? null : Math.round((10 * sum(({ healthSum }) => healthSum)) / withHealth) / 10,
  };
}
