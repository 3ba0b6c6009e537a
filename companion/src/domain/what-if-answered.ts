import type { IsoDate } from './dates.ts';
import { findLatestAnswers } from './nps.ts';
import type { AccountSignals, NpsAnswerSignal } from './signals.ts';
import type { Standing, WhatIf } from './what-if.ts';

const LOWEST = 0;
const HIGHEST = 10;

/** A better NPS answer: of whoever gave the lowest, where several people answered. */
export function answerBetter(standing: Standing): WhatIf {
  const { instead, from } = findAnswer(standing, (a, b) => a.score - b.score);
  const before = from ?? LOWEST - 1;
  return answer(standing, instead, HIGHEST - before, (size) => before + size);
}

/** A worse NPS answer: of whoever gave the highest, where several people answered. */
export function answerWorse(standing: Standing): WhatIf {
  const { instead, from } = findAnswer(standing, (a, b) => b.score - a.score);
  const before = from ?? HIGHEST + 1;
  return answer(standing, instead, before - LOWEST, (size) => before - size);
}

/** The answer that a new one would take the place of, and its score; both null where nobody answered. */
function findAnswer(
  { signals, asOf }: Standing,
  order: (a: NpsAnswerSignal, b: NpsAnswerSignal) => number,
): { instead: NpsAnswerSignal | null; from: number | null } {
  const [instead = null] = findLatestAnswers(signals.npsAnswers ?? [], asOf).sort(order);
  const ofAccount = signals.lapsedNps ? null : (signals.nps?.score ?? null);
  return { instead, from: instead ? instead.score : ofAccount };
}

function answer(
  { signals, asOf }: Standing,
  instead: NpsAnswerSignal | null,
  sizes: number,
  scoreOf: (size: number) => number,
): WhatIf {
  const isOneOfMany = instead !== null && (signals.npsAnswers ?? []).length > 1;
  return {
    factor: 'sentiment',
    kind: 'signal',
    sizes,
    steady: true,
    after: (size) => ({ signals: withAnswer(signals, instead, scoreOf(size), asOf) }),
    say: (size) =>
      `A new NPS answer of ${scoreOf(size)}${isOneOfMany ? ` in place of the ${instead.score}` : ''}`,
  };
}

function withAnswer(
  signals: AccountSignals,
  instead: NpsAnswerSignal | null,
  score: number,
  on: IsoDate,
): AccountSignals {
  if (!instead) {
    const { lapsedNps: _, ...others } = signals;
    return { ...others, nps: { score, on } };
  }
  const others = (signals.npsAnswers ?? []).filter(({ id }) => id !== instead.id);
  return { ...signals, npsAnswers: [...others, { ...instead, score, on }] };
}
