import type { AccountStory, StoryChange } from 'c/csAccountStory';
import { readEvents } from '../healthEvents';

const none = { items: [], nextCursor: null, total: 0 };
const storyOf = (parts: Partial<Record<keyof AccountStory, unknown>>) =>
  ({ changes: none, runs: none, escalations: [], ...parts }) as unknown as AccountStory;
const change = (type: string, from: string, to: string, reason = ''): StoryChange => ({
  id: type,
  type,
  from,
  to,
  at: '2026-10-02T09:00:00.000Z',
  reason,
});
const told = (...items: StoryChange[]) => readEvents(storyOf({ changes: { ...none, items } }));

test.each([
  [change('CSM', 'Priya Nair', 'Dana Reyes'), 'people', 'CSM: Priya Nair → Dana Reyes'],
  [change('Owner', '', 'Dana Reyes'), 'people', 'Owner: nobody → Dana Reyes'],
  [change('Renewal Date', '2026-11-01', '2027-11-01'), 'renewal', 'Renewal date: Nov 1, 2026 → Nov 1, 2027'],
  [
    change('Scoring Configuration', '', 'v2', 'Support weighs more'),
    'scoring',
    'Scoring: v2 (Support weighs more)',
  ],
])('a change is told', (item, kind, text) => {
  expect(told(item)).toEqual([{ id: item.id, day: '2026-10-02', kind, text }]);
});

test.each(['Risk Band', 'Tier', 'Status', 'Usage Alarm', 'Something new'])(
  'a change of %s is not marked: the line or the timeline tells it',
  (type) => {
    expect(told(change(type, 'a', 'b'))).toEqual([]);
  },
);

test('playbooks that were started and cases that were escalated are told among the changes, oldest first', () => {
  const story = storyOf({
    changes: { ...none, items: [change('CSM', 'A', 'B')] },
    runs: { ...none, items: [{ id: 'r1', name: 'At-risk rescue', startedOn: '2026-11-01' }] },
    escalations: [{ id: 'c1', number: '1001', subject: '', openedAt: '2026-09-30T23:00:00.000Z' }],
  });
  expect(readEvents(story).map(({ day, text }) => [day, text])).toEqual([
    ['2026-09-30', 'Case opened that was escalated: 1001'],
    ['2026-10-02', 'CSM: A → B'],
    ['2026-11-01', 'Playbook started: At-risk rescue'],
  ]);
});
