import { apportionTenths } from './apportion.ts';
import { BANDS, nameBand, type RiskBand } from './band.ts';
import { isCustomer, type Family, type FamilyMember, type RollUp } from './family.ts';
import type { ScoringConfig } from './scoring-config.ts';
import { configOfTier } from './tier-config.ts';

/** What one account adds to the risk of its family; `points` is 0 for one that does not count. */
export interface FamilyPart extends FamilyMember {
  points: number;
  /** Why it does not count; null when it does. */
  leftOut: 'churned' | 'no score' | 'no ARR' | null;
}

/** The risk of a family. `score` and `band` are null where no account of it counts. */
export interface FamilyRisk {
  rollUp: RollUp;
  score: number | null;
  band: RiskBand | null;
  /** Of the customers; null when none of them has one. */
  arr: number | null;
  /** Customers in the family, the account itself included where it is one. */
  accounts: number;
  churned: number;
  withoutScore: number;
  /** Customers whose ARR is not known. */
  withoutArr: number;
  /** What adds most to the score. */
  driver: { accountId: string; name: string } | null;
  /** The points add up to the score exactly; the largest first. */
  parts: FamilyPart[];
  isCut: boolean;
  isTooLarge: boolean;
}

/** A configuration by which families have a risk. */
export type RollingConfig = ScoringConfig & Required<Pick<ScoringConfig, 'rollUp'>>;

/** Whether the admin wants accounts to roll up their child accounts. */
export const isRollingUp = (config: ScoringConfig): config is RollingConfig => config.rollUp !== undefined;

/**
 * Rolls the risks of a family up into one. Pure: the order of the members means nothing, and whoever lacks what is
 * asked of it is left out and said, never taken for zero.
 *
 * @param config whose `rollUp` says how, and whose bands of the tier of the account name the band of a mean
 */
export function rollUpFamily(family: Family, config: RollingConfig): FamilyRisk {
  const rollUp = config.rollUp.value;
  // Always in the same order: a sum of decimals depends on it in the last digit.
  const members = family.members.toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1));
  const customers = members.filter(isCustomer);
  const counting = customers.filter((each) => reasonToLeaveOut(each, rollUp) === null);
  const { score, band, points, worstId } =
    rollUp === 'Worst Child' ? takeWorst(counting) : weighByArr(counting, family, config);
  const parts = members
    .map((member) => ({
      ...member,
      points: points.get(member.accountId) ?? 0,
      leftOut: reasonToLeaveOut(member, rollUp),
    }))
    .sort((a, b) => byPoints(a, b, worstId));
  const driver = score === null ? undefined : parts[0];
  const known = customers.flatMap(({ arr }) => arr ?? []);
  return {
    rollUp,
    score,
    band,
    arr: known.length === 0 ? null : toCents(known.reduce((sum, arr) => sum + arr, 0)),
    accounts: customers.length,
    churned: members.length - customers.length,
    withoutScore: customers.filter((each) => each.score === null).length,
    withoutArr: customers.length - known.length,
    driver: driver ? { accountId: driver.accountId, name: driver.name } : null,
    parts,
    isCut: family.isCut,
    isTooLarge: family.isTooLarge,
  };
}

interface Rolled {
  score: number | null;
  band: RiskBand | null;
  points: Map<string, number>;
  /** The one account that decides; null where all do. */
  worstId: string | null;
}

const NOTHING: Rolled = { score: null, band: null, points: new Map(), worstId: null };

function reasonToLeaveOut(member: FamilyMember, rollUp: RollUp): FamilyPart['leftOut'] {
  if (!isCustomer(member)) return 'churned';
  if (member.score === null) return 'no score';
  return rollUp === 'Weighted by ARR' && member.arr === null ? 'no ARR' : null;
}

/** The worst band, in it the highest score: a band that somebody set by hand counts as hers. */
function takeWorst(counting: FamilyMember[]): Rolled {
  const [worst] = counting.toSorted(
    (a, b) => rank(b) - rank(a) || (b.score ?? 0) - (a.score ?? 0) || (b.arr ?? 0) - (a.arr ?? 0),
  );
  if (worst?.score == null) return NOTHING;
  const { accountId, score, band } = worst;
  return { score, band, points: new Map([[accountId, score]]), worstId: accountId };
}

const rank = ({ band }: FamilyMember) => (band === null ? -1 : BANDS.indexOf(band));

/** The mean by ARR. An ARR below zero, a credit, weighs nothing. */
function weighByArr(counting: FamilyMember[], { tier }: Family, config: ScoringConfig): Rolled {
  const weights = counting.map(({ arr }) => Math.max(0, arr ?? 0));
  const weight = weights.reduce((sum, each) => sum + each, 0);
  if (weight === 0) return NOTHING;
  const shares = counting.map(({ score }, index) => (score ?? 0) * (weights[index] ?? 0));
  const score = Math.round(shares.reduce((sum, each) => sum + each, 0) / weight);
  const tenths = apportionTenths(shares, 10 * score);
  return {
    score,
    band: nameBand(score, configOfTier(config, tier)),
    points: new Map(counting.map(({ accountId }, index) => [accountId, tenths[index] ?? 0])),
    worstId: null,
  };
}

/** The one that decides first, then what counts, by points; the last word has what does not change: the id. */
function byPoints(a: FamilyPart, b: FamilyPart, worstId: string | null): number {
  const counts = ({ accountId, leftOut }: FamilyPart) =>
    accountId === worstId ? 2 : leftOut === null ? 1 : 0;
  return (
    counts(b) - counts(a) ||
    b.points - a.points ||
    (b.score ?? -1) - (a.score ?? -1) ||
    (a.accountId < b.accountId ? -1 : 1)
  );
}

const toCents = (amount: number) => Math.round(amount * 100) / 100;
