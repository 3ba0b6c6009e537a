/** As the companion counts: docs/metrics.md, Totals of a day. */
export const RENEWAL_DAYS = 90;

/** The shares of ARR that a forecast expects to stay, 0–1, by risk band. They are kept with the totals of each day. */
export type ExpectedShares = Readonly<Record<'Healthy' | 'Watch' | 'At Risk' | 'unscored', number>>;

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
    withoutHealth: accounts - withHealth,
    health: withHealth === 0 ? null : Math.round((10 * sum(({ healthSum }) => healthSum)) / withHealth) / 10,
  };
}

/** What of the ARR of groups is expected to stay, in cents made whole; null where the shares are not known. */
export function expectedOf(
  groups: readonly Pick<BandGroup, 'band' | 'arr'>[],
  shares: ExpectedShares | null,
): number | null {
  if (!shares) return null;
  const shareOf = (band: string | null) => shares[(band ?? 'unscored') as keyof ExpectedShares] ?? 0;
  const cents = groups.map(({ band, arr }) => Math.round(arr * 100 * shareOf(band)));
  return cents.reduce((sum, each) => sum + each, 0) / 100;
}
