import { describe, expect, test } from '@jest/globals';
import { buildAlert, buildRule } from '../../domain/testing/build-alert.ts';
import { setup } from './testing/setup-v1.ts';

const RISE = buildRule({ type: 'Risk Rose', rationale: 'It warns early.' });
const ALERTS = [
  buildAlert({ key: 'first', raisedOn: '2026-11-20T09:00:00.000Z' }),
  buildAlert({
    key: 'second',
    raisedOn: '2026-11-21T09:00:00.000Z',
    snoozedUntil: '2026-12-24T09:00:00.000Z',
  }),
  buildAlert({
    ...{ key: 'third', raisedOn: '2026-11-21T09:00:00.000Z', rule: RISE },
    ...{ accountId: '001000000000002AAA', resolvedOn: '2026-11-22T09:00:00.000Z', resolution: 'By Hand' },
  }),
];

async function setupAlerts(scopes?: Parameters<typeof setup>[0]) {
  const kit = await setup(scopes);
  for (const alert of ALERTS) kit.queries.alerts.alerts.set(alert.key, structuredClone(alert));
  return kit;
}

describe('alerts of the API', () => {
  test.each([
    ['', ['third', 'second', 'first']],
    ['state=open', ['first']],
    ['state=snoozed', ['second']],
    ['state=resolved', ['third']],
    ['type=Risk%20Rose', ['third']],
    ['accountId=001000000000002', ['third']],
  ])('are listed by %s, page by page without a gap', async (query, expected) => {
    const { get } = await setupAlerts();
    const keys: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await get(`/alerts?limit=1&${query}${cursor && `&cursor=${cursor}`}`).expect(200);
      keys.push(...(body.items as { key: string }[]).map(({ key }) => key));
      cursor = body.nextCursor as string | null;
    }
    expect(keys).toEqual(expected);
  });

  test('are explained by the rule as it was, its threshold with its unit, and who was told', async () => {
    const { get, queries } = await setupAlerts();
    const delivery = {
      ...{ id: 'third:bell:raised', alertKey: 'third', channel: 'bell' as const, together: false },
      ...{ recipientId: '005000000000001AAA', dueAt: '2026-11-21T09:00:00.000Z', reason: null },
      ...{ messageId: null, takenAt: null, sentAt: '2026-11-21T09:00:01.000Z', state: 'sent' as const },
    };
    queries.alerts.deliveries.set(delivery.id, delivery);
    const { body } = await get('/alerts/third/explain').expect(200);
    expect(body).toMatchObject({
      alert: { key: 'third', state: 'resolved', resolution: 'By Hand' },
      rule: { threshold: 15, unit: 'points', settleDays: 2, rationale: 'It warns early.' },
      deliveries: [{ channel: 'bell', state: 'sent' }],
    });
  });

  test('that are not there are a problem, and without the scope all of them are', async () => {
    await (await setupAlerts()).get('/alerts/nope/explain').expect(404);
    await (await setupAlerts({ scopes: ['accounts:read'] })).get('/alerts').expect(403);
  });

  test('of an unknown state or type are refused', async () => {
    const { get } = await setupAlerts();
    await get('/alerts?state=closed').expect(400);
    await get('/alerts?type=Nothing').expect(400);
  });
});
