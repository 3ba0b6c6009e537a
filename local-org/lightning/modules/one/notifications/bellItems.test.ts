import { expect, test } from '@jest/globals';
import { bellBadge, bellItems, bellLabel } from './bellItems.ts';

const NOW = new Date('2026-11-22T15:00:00Z');
const ONE = { id: 'n1', messageTitle: 'Acme', messageBody: 'At risk.', target: '001A', targetPageRef: null };

test.each([
  ['2026-11-22T14:59:50Z', 'just now'],
  ['2026-11-22T15:00:05Z', 'just now'],
  ['2026-11-22T14:55:00Z', '5 minutes ago'],
  ['2026-11-22T14:00:00Z', '1 hour ago'],
  ['2026-11-21T15:00:00Z', 'yesterday'],
  ['2026-10-22T15:00:00Z', '31 days ago'],
])('what was sent at %s is of %s', (lastModified, ago) => {
  expect(bellItems([{ ...ONE, lastModified, read: true }], NOW)[0]?.ago).toBe(ago);
});

test('an unread notification is marked as such', () => {
  const lastModified = '2026-11-22T14:55:00Z';
  const [unread, read] = bellItems(
    [
      { ...ONE, lastModified, read: false },
      { ...ONE, lastModified, read: true },
    ],
    NOW,
  );
  expect(unread).toMatchObject({ title: 'Acme', body: 'At risk.', isUnread: true });
  expect(unread?.className).toContain('item_unread');
  expect(read?.className).not.toContain('item_unread');
});

test.each([
  [0, '', 'Notifications'],
  [1, '1', 'Notifications: 1 unread'],
  [99, '99', 'Notifications: 99 unread'],
  [100, '99+', 'Notifications: 100 unread'],
])('of %i unread the bell says "%s"', (count, badge, label) => {
  expect(bellBadge(count)).toBe(badge);
  expect(bellLabel(count)).toBe(label);
});
