import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../dates.ts';
import { chooseFolds } from './hold-out.ts';
import { countLost, type Example } from './label-table.ts';
import { splitByTime, splitStratified } from './split-folds.ts';

const example = (index: number, lost: boolean, on: string | null = null): Example => ({
  id: String(index),
  lost,
  on,
  cells: [],
  score: null,
});
const mixed = (count: number) => Array.from({ length: count }, (_, index) => example(index, index % 5 === 0));

describe('splitStratified', () => {
  test('judges every example once, never by a model that has seen it, with the same share of losses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 200 }), fc.nat(1000), (count, seed) => {
        const folds = splitStratified(mixed(count), 5, seed);
        const judged = folds.flatMap(({ test: held }) => held.map(({ id }) => id));
        const losses = folds.map(({ test: held }) => countLost(held));
        const isApart = folds.every(({ train, test: held }) => !held.some((each) => train.includes(each)));
        return (
          isApart &&
          new Set(judged).size === count &&
          judged.length === count &&
          Math.max(...losses) - Math.min(...losses) <= 1
        );
      }),
    );
  });

  test('is the same for the same seed, and another for another', () => {
    const ids = (seed: number) =>
      splitStratified(mixed(50), 5, seed).map((fold) => fold.test.map(({ id }) => id));
    expect(ids(1)).toEqual(ids(1));
    expect(ids(1)).not.toEqual(ids(2));
  });
});

describe('splitByTime', () => {
  const dated = (days: number[]) =>
    days.map((day, index) => example(index, index % 3 === 0, addDays('2025-01-01', day)));

  test('never learns from a day that is not over when the first judged decision falls', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 10, maxLength: 100 }), (days) =>
        splitByTime(dated(days)).every(({ train, test: held }) => {
          const first = held.map(({ on }) => on ?? '').sort()[0] ?? '';
          return train.every(({ on }) => (on ?? '') < first);
        }),
      ),
    );
  });

  test('judges the later three fifths, each once', () => {
    const held = splitByTime(dated(Array.from({ length: 100 }, (_, day) => day))).flatMap(
      (fold) => fold.test,
    );
    expect(held.map(({ id }) => Number(id))).toEqual(Array.from({ length: 60 }, (_, index) => index + 40));
  });
});

describe('chooseFolds', () => {
  const table = (examples: Example[]) => ({ columns: [], examples });
  const spread = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      example(index, index % 2 === 0, addDays('2025-01-01', index)),
    );

  test('holds out by time where every decision has its day', () => {
    expect(chooseFolds(table(spread(100)), 1).method).toMatch(/^by time/);
  });

  test.each([
    ['a day is missing', spread(100).map((each, index) => (index === 3 ? { ...each, on: null } : each))],
    ['the first part has too few losses to learn from', spread(40)],
  ])('cross-validates where %s', (_what, examples) => {
    expect(chooseFolds(table(examples), 1).method).toMatch(/^5-fold/);
  });
});
