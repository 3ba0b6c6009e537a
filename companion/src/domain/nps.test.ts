import { describe, expect, test } from '@jest/globals';
import { addDays } from './dates.ts';
import { deriveNps, findLatestAnswers, summariseNps } from './nps.ts';
import { AS_OF, buildAnswer, buildSignals } from './testing/build-signals.ts';

const ago = (days: number) => addDays(AS_OF, -days);

describe('the latest answers', () => {
  test('are one of each person, newest first, and none of the future', () => {
    const answers = [
      buildAnswer(ago(90), 3, { id: 'old', contactId: '003A' }),
      buildAnswer(ago(5), 9, { id: 'new', contactId: '003A' }),
      buildAnswer(ago(40), 7, { id: 'other', contactId: '003B' }),
      buildAnswer(addDays(AS_OF, 1), 0, { id: 'future', contactId: '003B' }),
    ];
    expect(findLatestAnswers(answers, AS_OF).map(({ id }) => id)).toEqual(['new', 'other']);
  });

  test('count each answer without a contact, and of two on one day the later record', () => {
    const answers = [
      buildAnswer(ago(5), 2, { id: 'n1' }),
      buildAnswer(ago(5), 2, { id: 'n2' }),
      buildAnswer(ago(5), 4, { id: 'c1', contactId: '003A' }),
      buildAnswer(ago(5), 8, { id: 'c2', contactId: '003A' }),
    ];
    expect(findLatestAnswers(answers, AS_OF).map(({ id }) => id)).toEqual(['n2', 'n1', 'c2']);
  });
});

describe('the NPS of an account', () => {
  test.each([
    ['the one answer there is', [[4, 10]], 4],
    [
      'the mean of all people',
      [
        [9, 10],
        [10, 20],
        [4, 30],
      ],
      8,
    ],
    [
      'rounded with halves down, so that 6.5 is below 7',
      [
        [9, 10],
        [4, 30],
      ],
      6,
    ],
    [
      'of the year that ends with the newest answer',
      [
        [9, 300],
        [0, 665],
        [0, 666],
      ],
      4,
    ],
  ])('is %s', (_what, answers, score) => {
    const built = answers.map(([given = 0, days = 0]) => buildAnswer(ago(days), given));
    expect(summariseNps(built, AS_OF)).toEqual({
      score,
      on: ago(Math.min(...answers.map(([, d = 0]) => d))),
    });
  });

  test('is left to whoever entered it where there are no answers', () => {
    expect(deriveNps(buildSignals({ nps: { score: 9, on: AS_OF } }), AS_OF)).toBeNull();
  });

  test('is cleared when the answers it came from are gone', () => {
    const nps = { score: 4, on: AS_OF };
    expect(deriveNps(buildSignals({ nps, lapsedNps: nps }), AS_OF)).toEqual({ score: null, on: null });
  });
});
