import { describe, expect, test } from '@jest/globals';
import { deriveAccountFields, findFieldChanges } from './account-fields.ts';
import { addDays } from './dates.ts';
import { explain } from './explanation.ts';
import { readHealthTrend } from './health-trend.ts';
import { scoreRisk } from './score-risk.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { AS_OF, buildHealthScore, buildSignals } from './testing/build-signals.ts';

test('the fields of the account, the explanation and the page tell one and the same trend', () => {
  const signals = buildSignals({
    healthScores: [80, 75, 70, 65, 60].map((score, week) =>
      buildHealthScore(addDays(AS_OF, 7 * week - 28), score, 'Manual'),
    ),
  });
  const risk = scoreRisk(signals, STARTER_CONFIG, AS_OF);
  const trend = readHealthTrend(signals, risk.health, STARTER_CONFIG, AS_OF);
  const when = { scoredAt: `${AS_OF}T09:00:00.000Z`, asOf: AS_OF };
  const explanation = explain(
    risk,
    trend,
    signals,
    when,
    { version: 'test', hash: 'abc', recordId: null },
    null,
  );
  const fields = deriveAccountFields(signals, STARTER_CONFIG, explanation, AS_OF);

  expect(fields).toMatchObject({ CS_Health_Trend__c: 'Declining', CS_Health_Change_30d__c: -20 });
  expect(JSON.parse(String(fields['CS_Risk_Explanation__c'])).trend).toEqual(trend);
});

describe('the time of scoring', () => {
  const at = (day: string) => ({ CS_Risk_Score__c: 40, CS_Risk_Scored_At__c: `${day}T06:00:00.000Z` });
  const today = at('2026-11-23');

  test('is not written for itself while the score counts', () => {
    expect(findFieldChanges(today, at('2026-11-21'), 3)).toEqual({});
  });

  test('is written on the last day on which the score would count, so that the page need not doubt it', () => {
    expect(findFieldChanges(today, at('2026-11-20'), 3)).toEqual({
      CS_Risk_Scored_At__c: '2026-11-23T06:00:00.000Z',
    });
  });

  test('goes along with another change', () => {
    expect(findFieldChanges({ ...today, CS_Risk_Score__c: 41 }, at('2026-11-22'), 3)).toEqual({
      CS_Risk_Score__c: 41,
      CS_Risk_Scored_At__c: '2026-11-23T06:00:00.000Z',
    });
  });

  test('is left alone where the account has never had one and nothing else changes', () => {
    const unscored = { CS_Risk_Score__c: null, CS_Risk_Scored_At__c: null };
    expect(findFieldChanges({ ...unscored, CS_Risk_Scored_At__c: '2026-11-23' }, unscored, 3)).toEqual({});
  });
});
