import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createOrg } from '../create-org.ts';
import type { Org } from '../org.ts';

const HOUR_MS = 3_600_000;

let org: Org;
let time: number;

beforeEach(() => {
  time = Date.parse('2026-11-22T10:00:00Z');
  org = createOrg({ now: () => new Date(time) });
});
afterEach(() => org.close());

describe('a session', () => {
  test('has a token that begins with the org, stands for its user, and is stored as a hash only', () => {
    const token = org.sessions.open(org.adminId);
    expect(token.startsWith(`${org.id.slice(0, 15)}!`)).toBe(true);
    expect(org.sessions.userId(token)).toBe(org.adminId);
    expect(JSON.stringify(org.database.prepare('SELECT * FROM _sessions').all())).not.toContain(token);
  });

  test('lives as long as it is used at least once a day', () => {
    const token = org.sessions.open(org.adminId);
    for (let day = 0; day < 3; day += 1) {
      time += 23 * HOUR_MS;
      expect(org.sessions.userId(token)).toBe(org.adminId);
    }
    time += 25 * HOUR_MS;
    expect(org.sessions.userId(token)).toBeUndefined();
  });

  test('ends when it is revoked, and others go on', () => {
    const [one, two] = [org.sessions.open(org.adminId), org.sessions.open(org.adminId)];
    org.sessions.revoke(one);
    expect([org.sessions.userId(one), org.sessions.userId(two)]).toEqual([undefined, org.adminId]);
  });
});
