import { describe, expect, test } from '@jest/globals';
import request from 'supertest';
import type { FeedState } from '../usecases/change-ports.ts';
import { AT, setupApp } from './testing/setup-app.ts';

describe('the HTTP side', () => {
  test.each<[string, Partial<FeedState> | null | undefined, string]>([
    ['turned off', undefined, 'off: changes are read by the clock'],
    ['not yet heard of', null, 'starting'],
    [
      'listened to',
      {},
      'listening since 2026-11-22 09:00:00 UTC; last event 2026-11-22 09:00:00 UTC; 1,200 changes by others, 2 reconnects',
    ],
    [
      'not to be had',
      { connectedSince: null, lastEventAt: null, events: 0, reconnects: 0, problem: 'No channel <b>.' },
      'nobody listens; no event yet; 0 changes by others, 0 reconnects. No channel &lt;b&gt;.',
    ],
  ])('shows people how it stands with change events that are %s', async (_what, feed, shown) => {
    const { text } = await request(setupApp(feed === undefined ? {} : { feed }).app).get('/');
    expect(text).toContain(`<dt>Change events</dt><dd>${shown}</dd>`);
    expect(text.includes('>All is well.<')).toBe(!feed?.problem);
  });

  test('gives Prometheus how it stands with change events, where they are turned on', async () => {
    const { text } = await request(setupApp({ feed: {} }).app).get('/metrics');
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        `tenure_change_events_connected_since_timestamp_seconds{org="00D"} ${Date.parse(AT) / 1000}`,
        `tenure_change_events_last_timestamp_seconds{org="00D"} ${Date.parse(AT) / 1000}`,
        'tenure_change_events_total{org="00D",by="others"} 1200',
        'tenure_change_events_total{org="00D",by="companion"} 30',
        'tenure_change_events_reconnects_total{org="00D"} 2',
      ]),
    );
    const { text: off } = await request(setupApp().app).get('/metrics');
    expect(off).not.toContain('tenure_change_events');
  });
});
