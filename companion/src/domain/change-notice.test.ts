import { expect, test } from '@jest/globals';
import { isOwnChange } from './change-notice.ts';

const OWN = '005000000000001AAA';

test.each([
  ['the companion', 'UPDATE', OWN, true],
  ['the companion, by the short form of its Id', 'CREATE', OWN.slice(0, 15), true],
  ['somebody else', 'UPDATE', '005000000000002AAA', false],
  ['nobody known', 'DELETE', '', false],
  ['the companion, or anybody else for whom a gap stands', 'GAP_UPDATE', OWN, false],
  ['too many at once', 'GAP_OVERFLOW', OWN, false],
])('a change by %s (%s) is its own: %s %s', (_who, changeType, userId, isOwn) => {
  expect(isOwnChange({ replayId: 1, changeType, userId }, OWN)).toBe(isOwn);
});
