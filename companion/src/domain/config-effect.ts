import { BANDS, isWorse, type RiskBand } from './band.ts';
import type { Contribution } from './risk-score.ts';

/** An account under the configuration it was last scored with, or under a proposed one. */
export interface Standing {
  score: number | null;
  /** What is shown: the one set by hand while that holds. */
  band: RiskBand | null;
  contributions: readonly Contribution[];
}

/** An account as it is now, and as it would be. */
export interface AccountEffect {
  accountId: string;
  name: string;
  before: Standing;
  after: Standing;
}

/** How many accounts are in each band; Unscored are those of which too little is known. */
export type BandCounts = Record<RiskBand | 'Unscored', number>;

/** An account that would change band. */
export interface BandMove {
  id: string;
  name: string;
  from: RiskBand | null;
  to: RiskBand | null;
  scoreFrom: number | null;
  scoreTo: number | null;
  /** What moves its score most, in words. */
  reason: string;
}

/** What another configuration would do. */
export interface ConfigEffect {
  accounts: number;
  before: BandCounts;
  after: BandCounts;
  /** Accounts that would change band, all of them. */
  changed: number;
  worse: number;
  better: number;
  /** Accounts whose score would be another one, whatever their band. */
  rescored: number;
  /** The first of those that would change band: the worse first, then by where they go and how far the score moves. */
  moves: BandMove[];
}

/** Adds up effects account by account, so that a large org need not be held in memory. */
export interface EffectSum {
  add(effect: AccountEffect): void;
  /** @param limit how many of the moves are listed at most */
  total(limit: number): ConfigEffect;
}

/** Begins to add up what another configuration would do. */
export function createEffectSum(): EffectSum {
  const before = noBands();
  const after = noBands();
  const moves: BandMove[] = [];
  let accounts = 0;
  let rescored = 0;
  return {
    add(effect) {
      accounts += 1;
      before[effect.before.band ?? 'Unscored'] += 1;
      after[effect.after.band ?? 'Unscored'] += 1;
      if (effect.before.score !== effect.after.score) rescored += 1;
      if (effect.before.band !== effect.after.band) moves.push(toMove(effect));
    },
    total(limit) {
      const worse = moves.filter(isForTheWorse).length;
      const listed = moves.toSorted(byWeight).slice(0, limit);
      const changed = moves.length;
      return { accounts, before, after, changed, worse, better: changed - worse, rescored, moves: listed };
    },
  };
}

const noBands = (): BandCounts => ({ Healthy: 0, Watch: 0, 'At Risk': 0, Unscored: 0 });

function toMove({ accountId: id, name, before, after }: AccountEffect): BandMove {
  return {
    ...{ id, name, from: before.band, to: after.band, scoreFrom: before.score, scoreTo: after.score },
    reason: tellReason(before, after),
  };
}

/** An account that becomes known counts by where it goes, one that becomes unknown as better: nothing is claimed of it. */
function isForTheWorse({ from, to }: BandMove): boolean {
  return to !== null && isWorse(to, from ?? 'Healthy');
}

function byWeight(a: BandMove, b: BandMove): number {
  const place = ({ to }: BandMove) => (to === null ? -1 : BANDS.indexOf(to));
  const distance = ({ scoreFrom, scoreTo }: BandMove) => Math.abs((scoreTo ?? 0) - (scoreFrom ?? 0));
  return (
    Number(isForTheWorse(b)) - Number(isForTheWorse(a)) ||
    place(b) - place(a) ||
    distance(b) - distance(a) ||
    (a.name < b.name ? -1 : Number(a.name > b.name)) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The factor that moves most in the direction of the score; without a move of it, that the band begins elsewhere. */
function tellReason(before: Standing, after: Standing): string {
  if (before.score === null) return 'It had no score before';
  if (after.score === null) return 'Nothing that counts is known of it';
  const direction = Math.sign(after.score - before.score);
  if (direction === 0) return `The same score, ${after.score}: the band begins elsewhere`;
  const labels = new Map(
    [...before.contributions, ...after.contributions].map((each) => [each.factor, each]),
  );
  const [most] = [...labels.values()]
    .map(({ factor, label }) => ({ label, delta: pointsOf(after, factor) - pointsOf(before, factor) }))
    .sort((a, b) => direction * (b.delta - a.delta));
  return most && most.delta * direction > 0
    ? `${most.label} ${formatPoints(most.delta)} points`
    : 'The score moves by a rounding';
}

const pointsOf = ({ contributions }: Standing, factor: string) =>
  contributions.find((each) => each.factor === factor)?.points ?? 0;

const formatPoints = (points: number) => `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}`;
