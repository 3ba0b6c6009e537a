import { describe, expect, test } from '@jest/globals';
import type { FeedState } from '../change-ports.ts';
import { judgeChangeEvents } from './judge-change-events.ts';

const GOOD: FeedState = {
  ...{ channel: '/data/CS_Tenure__chn', replayId: 7, events: 3, ownEvents: 1, reconnects: 0, problem: null },
  ...{ connectedSince: '2026-11-23T08:00:00Z', lastEventAt: '2026-11-23T08:45:30Z' },
};

describe('judgeChangeEvents', () => {
  test('says since when it listens, and when it last heard something', () => {
    expect(judgeChangeEvents(GOOD)).toMatchObject({
      level: 'ok',
      detail: 'listening since 2026-11-23 08:00 UTC, the last at 2026-11-23 08:45 UTC',
    });
    expect(judgeChangeEvents({ ...GOOD, lastEventAt: null }).detail).toBe(
      'listening since 2026-11-23 08:00 UTC',
    );
  });

  test.each<[string, FeedState | null, RegExp, RegExp]>([
    [
      'an org that sends none',
      { ...GOOD, problem: '403::No such channel' },
      /403::No such/,
      /--change-events/,
    ],
    ['a listener that is gone', { ...GOOD, connectedSince: null }, /nobody listens/, /npm run companion/],
    ['a service that never started', null, /nobody listens/, /npm run companion/],
  ])('warns of %s, with what to do', (_, feed, detail, remedy) => {
    expect(judgeChangeEvents(feed)).toMatchObject({
      level: 'warn',
      detail: expect.stringMatching(detail),
      remedy: expect.stringMatching(remedy),
    });
  });
});
