import { expect, test } from '@jest/globals';
import { deriveAccountFields } from './account-fields.ts';
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
