import { describe, expect, test } from '@jest/globals';
import { clockIn, isQuiet, nextDigestTime, nextLoudTime } from './local-time.ts';

const NIGHT = { from: 20, to: 7 };
const loud = (at: string, zone: string, quiet: typeof NIGHT | null = NIGHT) =>
  nextLoudTime(new Date(at), zone, quiet).toISOString();
const digest = (at: string, zone: string, quiet: typeof NIGHT | null = NIGHT) =>
  nextDigestTime(new Date(at), zone, quiet).toISOString();

describe('quiet hours', () => {
  test.each([
    [19, NIGHT, false],
    [20, NIGHT, true],
    [0, NIGHT, true],
    [6, NIGHT, true],
    [7, NIGHT, false],
    [12, { from: 12, to: 14 }, true],
    [14, { from: 12, to: 14 }, false],
    [3, { from: 5, to: 5 }, false],
    [3, null, false],
  ])('at %i with %j: %s', (hour, quiet, expected) => {
    expect(isQuiet(hour, quiet)).toBe(expected);
  });

  test.each([
    ['by day nothing waits', '2026-11-23T15:00:00.000Z', 'America/New_York', '2026-11-23T15:00:00.000Z'],
    ['at night until seven', '2026-11-24T02:30:00.000Z', 'America/New_York', '2026-11-24T12:00:00.000Z'],
    ['a night of 25 hours', '2026-11-01T01:00:00.000Z', 'America/New_York', '2026-11-01T12:00:00.000Z'],
    ['a night of 23 hours', '2026-03-08T02:00:00.000Z', 'America/New_York', '2026-03-08T11:00:00.000Z'],
    [
      'a zone off by a quarter hour',
      '2026-11-23T20:00:00.000Z',
      'Asia/Kathmandu',
      '2026-11-24T01:15:00.000Z',
    ],
    ['an unknown zone goes by UTC', '2026-11-23T22:00:00.000Z', 'Mars/Base', '2026-11-24T07:00:00.000Z'],
  ])('%s', (_, at, zone, expected) => {
    expect(loud(at, zone)).toBe(expected);
  });
});

describe('the daily digest', () => {
  test.each([
    ['this morning', '2026-11-23T06:00:00.000Z', 'Europe/Berlin', '2026-11-23T07:00:00.000Z'],
    ['not twice a morning', '2026-11-23T07:00:00.000Z', 'Europe/Berlin', '2026-11-24T07:00:00.000Z'],
    ['after the clocks went back', '2026-10-24T12:00:00.000Z', 'Europe/Berlin', '2026-10-25T07:00:00.000Z'],
    ['after they went forward', '2026-03-28T12:00:00.000Z', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
  ])('%s', (_, at, zone, expected) => {
    expect(digest(at, zone)).toBe(expected);
  });

  test('waits for the end of quiet hours that reach past it', () => {
    expect(digest('2026-11-23T05:00:00.000Z', 'UTC', { from: 22, to: 10 })).toBe('2026-11-23T10:00:00.000Z');
  });
});

test('a clock shows midnight as 0', () => {
  expect(clockIn('UTC', new Date('2026-11-23T00:05:00.000Z'))).toEqual({ hour: 0, minute: 5 });
});
