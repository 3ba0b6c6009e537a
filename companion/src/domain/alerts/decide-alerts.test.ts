import { describe, expect, test } from '@jest/globals';
import { buildAlert, buildAlertAccount, buildRule } from '../testing/build-alert.ts';
import type { Alert } from './alert.ts';
import type { FoundCauses } from './alert-account.ts';
import { decideAlerts } from './decide-alerts.ts';

const NOW = '2026-11-22T09:00:00.000Z';
const account = buildAlertAccount();
const cause = { recordId: account.accountId, message: 'So it is.', records: [] };

const decide = (causes: FoundCauses, known: Alert[] = [], rule = buildRule(), now = NOW, isNew = false) =>
  decideAlerts({ rule, account, causes, known, now, isNew });

describe('deciding on alerts', () => {
  test('a cause that appears raises one, keyed by rule, account, record and day', () => {
    const { raised } = decide([cause]);
    expect(raised).toMatchObject([
      {
        key: `a0R000000000001AAA:${account.accountId}:${account.accountId}:2026-11-22`,
        message: 'So it is.',
        raisedOn: NOW,
        lasting: true,
        baseline: false,
      },
    ]);
  });

  test('a cause that lasts raises no other, whatever became of the first', () => {
    const byHand = buildAlert({ resolvedOn: '2026-11-21T09:00:00.000Z', resolution: 'By Hand' });
    expect(decide([cause], [buildAlert()])).toEqual({ raised: [], noted: [], ended: [] });
    expect(decide([cause], [byHand])).toEqual({ raised: [], noted: [], ended: [] });
  });

  test('a cause that stays away for the settling days resolves its alert, and not a moment sooner', () => {
    const { noted } = decide([], [buildAlert()]);
    expect(noted).toMatchObject([{ goneSince: NOW, lasting: true, resolvedOn: null }]);
    expect(decide([], noted, buildRule(), '2026-11-24T08:59:59.999Z').ended).toEqual([]);
    expect(decide([], noted, buildRule(), '2026-11-24T09:00:00.000Z').ended).toMatchObject([
      { lasting: false, resolvedOn: '2026-11-24T09:00:00.000Z', resolution: 'Cause Gone' },
    ]);
  });

  test('a cause that comes back meanwhile goes on with the same alert', () => {
    const { noted } = decide([], [buildAlert()]);
    expect(decide([cause], noted)).toMatchObject({ raised: [], noted: [{ goneSince: null }], ended: [] });
  });

  test('what has no settling days resolves at once', () => {
    const rule = buildRule({ type: 'Task Overdue' });
    expect(decide([], [buildAlert({ rule, type: 'Task Overdue' })], rule).ended).toHaveLength(1);
  });

  test('one that a person resolved ends as she left it, and the next time it is so it is raised again', () => {
    const rule = buildRule({ type: 'Task Overdue' });
    const at = '2026-11-21T09:00:00.000Z';
    const { ended } = decide([], [buildAlert({ rule, resolvedOn: at, resolution: 'By Hand' })], rule);
    expect(ended).toMatchObject([{ lasting: false, resolvedOn: at, resolution: 'By Hand' }]);
    expect(decide([cause], ended, rule).raised).toHaveLength(1);
  });

  test('a second one on a day has a key of its own', () => {
    const [first] = decide([cause]).raised;
    const { raised } = decide([cause], [{ ...first!, lasting: false }]);
    expect(raised[0]?.key).toBe(`${first!.key}:2`);
  });

  test('what cannot be told neither raises nor resolves', () => {
    expect(decide(null, [buildAlert()])).toEqual({ raised: [], noted: [], ended: [] });
  });

  test('what a new rule finds was so before', () => {
    expect(decide([cause], [], buildRule(), NOW, true).raised).toMatchObject([{ baseline: true }]);
  });
});
