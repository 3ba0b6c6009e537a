import { isWorse } from './band.ts';
import type { IsoDate } from './dates.ts';
import { FACTORS } from './factors.ts';
import type { Counterfactual, PlainRisk, RiskScore } from './risk-score.ts';
import type { AccountSignals } from './signals.ts';
import type { Standing, WhatIf } from './what-if.ts';
import { whatWouldHarm } from './what-would-harm.ts';
import { whatWouldHelp } from './what-would-help.ts';

/** Beside the smallest change, as many more are named: a choice, not a catalogue. */
const MAX_ALTERNATIVES = 2;
const MAX_TIPPING = 3;

type Outcome = Pick<PlainRisk, 'score' | 'band'>;
type Rescore = (signals: AccountSignals, asOf: IsoDate) => Outcome;
type Moves = Pick<RiskScore, 'counterfactual' | 'alternatives' | 'easing' | 'tipping'>;

const NO_MOVES: Moves = { counterfactual: null, alternatives: [], easing: null, tipping: [] };

/**
 * The smallest single changes that would move the band, in both directions: of each kind the smallest that is enough,
 * and of these first what the CSM can do herself, then by how far the score would move.
 */
export function searchMoves(standing: Standing, rescore: Rescore): Moves {
  const { score, band } = standing.now;
  if (score === null || band === null) return NO_MOVES;
  const search = (whatIfs: WhatIf[], isMoved: (then: Outcome) => boolean) =>
    bestOfEachFactor(
      whatIfs.flatMap((whatIf) => findSmallest(whatIf, standing, rescore, isMoved) ?? []),
      score,
    );
  const helping =
    band === 'Healthy'
      ? []
      : search(
          whatWouldHelp(standing),
          (then) =>
            then.score !== null && then.score < score && then.band !== null && isWorse(band, then.band),
        );
  const tipping =
    band === 'At Risk'
      ? []
      : search(whatWouldHarm(standing), (then) => then.band !== null && isWorse(then.band, band));
  const [counterfactual = null, ...others] = helping;
  return {
    counterfactual,
    alternatives: others.slice(0, MAX_ALTERNATIVES),
    easing: counterfactual === null && band !== 'Healthy' ? findEasing(standing, rescore) : null,
    tipping: tipping.slice(0, MAX_TIPPING),
  };
}

/** Of all that a CSM can do herself, each as far as it goes, what lowers the score most. */
function findEasing(standing: Standing, rescore: Rescore): Counterfactual | null {
  const { asOf, now } = standing;
  const moves = whatWouldHelp(standing)
    .filter(({ kind, sizes }) => kind === 'action' && sizes > 0)
    .flatMap(({ factor, kind, sizes, after, say }): Counterfactual[] => {
      const { score, band } = rescore(after(sizes).signals, asOf);
      if (score === null || band === null || score >= (now.score ?? 0)) return [];
      return [{ factor, kind, text: `${say(sizes)} would lower the risk to ${score}.`, score, band }];
    });
  return moves.sort((a, b) => a.score - b.score)[0] ?? null;
}

function findSmallest(
  { factor, kind, sizes, steady, after, say }: WhatIf,
  { asOf }: Standing,
  rescore: Rescore,
  isMoved: (then: Outcome) => boolean,
): Counterfactual | null {
  const at = (size: number) => {
    const then = after(size);
    return rescore(then.signals, then.asOf ?? asOf);
  };
  if (steady && (sizes === 0 || !isMoved(at(sizes)))) return null;
  const size = firstThat(sizes, (each) => isMoved(at(each)));
  if (size === null) return null;
  const { score, band } = at(size);
  if (score === null || band === null) return null;
  return { factor, kind, text: `${say(size)} would move the band to ${band} (${score}).`, score, band };
}

/**
 * The first of 1 … `sizes` for which it holds, where a larger one holds too: doubling until it does, then halving
 * between. So a change of 60 sizes costs about ten scorings.
 */
function firstThat(sizes: number, holds: (size: number) => boolean): number | null {
  let below = 0;
  let above = Math.min(1, sizes);
  while (above > below && !holds(above)) {
    below = above;
    above = Math.min(2 * above, sizes);
  }
  if (above === below) return null;
  while (above - below > 1) {
    const middle = Math.floor((above + below) / 2);
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** In order, with one change for each factor: two ways to the same end are no choice. */
function bestOfEachFactor(moves: Counterfactual[], score: number): Counterfactual[] {
  const rank = ({ kind }: Counterfactual) => (kind === 'action' ? 0 : 1);
  const size = (move: Counterfactual) => Math.abs(move.score - score);
  const place = ({ factor }: Counterfactual) => (factor === null ? -1 : FACTORS.indexOf(factor));
  const sorted = moves.toSorted((a, b) => rank(a) - rank(b) || size(a) - size(b) || place(a) - place(b));
  return sorted.filter((move, index) => sorted.findIndex(({ factor }) => factor === move.factor) === index);
}
