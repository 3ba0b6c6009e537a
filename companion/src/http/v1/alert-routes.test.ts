import { describe, expect, test } from '@jest/globals';
import { LISTED_ALERTS } from '../../usecases/testing/listed-alerts.ts';
import { setup } from './testing/setup-v1.ts';

async function setupAlerts(scopes?: Parameters<typeof setup>[0]) {
  const kit = await setup(scopes);
  for (const alert of LISTED_ALERTS) kit.queries.alerts.alerts.set(alert.key, structuredClone(alert));
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
    const { get } = await setupAlerts();
    expect((await get('/alerts/nope/explain')).status).toBe(404);
    const without = await setupAlerts({ scopes: ['accounts:read'] });
    expect((await without.get('/alerts')).status).toBe(403);
  });

  test('of an unknown state or type are refused', async () => {
    const { get } = await setupAlerts();
    expect((await get('/alerts?state=closed')).status).toBe(400);
    expect((await get('/alerts?type=Nothing')).status).toBe(400);
  });
});
