import { describe, expect, test } from '@jest/globals';
import { addDays } from '../domain/dates.ts';
import { AS_OF, buildHealthScore, buildSignals } from '../domain/testing/build-signals.ts';
import { decideHealthScore } from './record-health-score.ts';

const health = (calculated: number | null) => ({ value: calculated, source: null, calculated, setOn: null });
const decide = (calculated: number | null, ...scores: ReturnType<typeof buildHealthScore>[]) =>
  decideHealthScore(buildSignals({ accountId: '001A', healthScores: scores }), health(calculated), AS_OF);
const before = (days: number, score = 50) => buildHealthScore(addDays(AS_OF, -days), score, 'Calculated');

describe('decideHealthScore', () => {
  test('records the first one, under a key of account and day', () => {
    expect(decide(44)).toMatchObject({
      object: 'CS_Health_Score__c',
      key: `001A:${AS_OF}:Calculated`,
      parentId: '001A',
      fields: { CS_Score__c: 44, CS_Scored_On__c: AS_OF, CS_Source__c: 'Calculated' },
    });
  });

  test.each([
    ['nothing can be calculated', null, []],
    ['one was recorded six days ago', 44, [before(6)]],
    ['the one of today is the same', 44, [before(0, 44)]],
  ])('records none when %s', (_what, calculated, scores) => {
    expect(decide(calculated, ...scores)).toBeNull();
  });

  test.each([
    ['the last one is a week old', [before(7)]],
    ['the one of today has moved', [before(0, 43)]],
    ['only people have recorded some', [buildHealthScore(addDays(AS_OF, -1), 80, 'Manual')]],
  ])('records one when %s', (_what, scores) => {
    expect(decide(44, ...scores)?.fields).toMatchObject({ CS_Score__c: 44 });
  });
});
