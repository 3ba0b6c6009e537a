import type { Example } from './label-table.ts';
import { createRandom, shuffle } from './seeded-random.ts';

/** What to learn from, and what to be judged by. */
export interface Fold {
  train: Example[];
  test: Example[];
}

/** Equal parts by time; the first two are only learned from, each other one is judged by all that came before it. */
const TIME_PARTS = 5;
const FIRST_JUDGED = 2;

/** Folds with the same share of lost customers in each; every example is judged once. */
export function splitStratified(examples: readonly Example[], count: number, seed: number): Fold[] {
  const random = createRandom(seed);
  const lost = shuffle(
    examples.filter((each) => each.lost),
    random,
  );
  const kept = shuffle(
    examples.filter((each) => !each.lost),
    random,
  );
  const foldOf = new Map([...lost, ...kept].map((example, index) => [example, index % count]));
  return Array.from({ length: count }, (_, fold) => ({
    train: examples.filter((example) => foldOf.get(example) !== fold),
    test: examples.filter((example) => foldOf.get(example) === fold),
  }));
}

/** Folds that never learn from a decision later than, or of the same day as, one they are judged by. */
export function splitByTime(examples: readonly Example[]): Fold[] {
  const days = examples.map(({ on }) => on ?? '').sort();
  const from = (part: number) => days[Math.floor((part * days.length) / TIME_PARTS)] ?? '';
  return Array.from({ length: TIME_PARTS - FIRST_JUDGED }, (_, index) => {
    const part = index + FIRST_JUDGED;
    const [begin, end] = [from(part), part + 1 < TIME_PARTS ? from(part + 1) : null];
    return {
      train: examples.filter(({ on }) => (on ?? '') < begin),
      test: examples.filter(({ on }) => (on ?? '') >= begin && (end === null || (on ?? '') < end)),
    };
  }).filter(({ test }) => test.length > 0);
}
