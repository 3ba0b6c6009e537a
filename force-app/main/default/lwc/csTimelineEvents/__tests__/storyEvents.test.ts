import { readStoryPages } from 'c/csTimelineEvents';
import type { AccountStory, HealthScore, PlaybookRun, StoryChange } from 'c/csAccountStory';

jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'America/New_York' }), {
  virtual: true,
});

const none = { items: [], nextCursor: null, total: 0 };
const some = <Item>(...items: Item[]) => ({ items, nextCursor: null as string | null, total: items.length });

function pagesOf(parts: Partial<AccountStory>) {
  const lists = { scores: none, answers: none, changes: none, runs: none, tickets: none };
  const pages = { ...lists, usage: null, alerts: null };
  return readStoryPages({ ...pages, playbooks: [], escalations: [], override: null, ...parts });
}

function score(day: string, value: number, source: HealthScore['source'] = 'Calculated'): HealthScore {
  return { id: `${day}${source}`, day, score: value, source, comment: '', by: '' };
}

const RUN: PlaybookRun = {
  id: 'r1',
  name: 'At-risk rescue',
  playbookId: null,
  version: 1,
  status: 'Completed',
  startedOn: '2026-11-01',
  completedOn: '2026-11-20',
  assignedToId: null,
  assignedTo: 'Dana Reyes',
  reason: 'The band became At Risk',
  steps: [],
};

const STEP: PlaybookRun['steps'][number] = {
  id: 's1',
  runId: 'r1',
  name: 'Call the sponsor',
  order: 1,
  instructions: 'Ask why.',
  action: 'Call',
  status: 'Done',
  dueOn: '2026-11-04',
  assignedToId: null,
  assignedTo: 'Dana Reyes',
  completedAt: '2026-11-03T09:00:00.000Z',
  completedBy: 'Helen Okafor',
  outcome: 'She stays',
  relatedId: null,
};

describe('health', () => {
  test('is told when a person set it, and when the calculated one moved', () => {
    const { scores } = pagesOf({
      scores: some(
        score('2026-11-21', 53),
        score('2026-11-14', 60),
        score('2026-11-10', 75, 'Manual'),
        score('2026-11-07', 58),
        score('2026-10-31', 50),
      ),
    });
    expect(scores.entries.map(({ title }) => title)).toEqual([
      'Health fell from 60 to 53',
      'Health set to 75',
      'Health rose from 50 to 58',
      'First health score: 50',
    ]);
  });

  test('waits for the next page to tell what the oldest score moved from', () => {
    const { scores } = pagesOf({
      scores: { ...some(score('2026-11-21', 53), score('2026-11-20', 90, 'Manual')), nextCursor: 'next' },
    });
    expect(scores.entries.map(({ title }) => title)).toEqual(['Health set to 90']);
    expect(scores).toMatchObject({ hasMore: true, reachedValue: '2026-11-21', reachedAt: '2026-11-21~' });
  });
});

describe('an NPS answer', () => {
  test.each([
    [6, 'NPS 6, detractor'],
    [7, 'NPS 7, passive'],
    [9, 'NPS 9, promoter'],
  ])('of %d reads "%s"', (value, title) => {
    const answer = {
      id: 'n',
      day: '2026-11-01',
      score: value,
      survey: '',
      comment: 'So so',
      contactId: null,
    };
    const { answers } = pagesOf({ answers: some({ ...answer, contact: 'Alma Duarte' }) });
    expect(answers.entries).toMatchObject([{ title, kind: 'nps', person: 'Alma Duarte', summary: 'So so' }]);
  });
});

describe('a change of the account', () => {
  const change = (type: string, from: string, to: string): StoryChange => ({
    id: type,
    type,
    from,
    to,
    at: '2026-11-22T03:00:00.000Z',
    reason: '',
  });

  test.each([
    ['Risk Band', 'Watch', 'At Risk', 'risk', 'Risk Band: Watch → At Risk'],
    ['CSM', 'Dana Reyes', 'Priya Nair', 'ownership', 'CSM: Dana Reyes → Priya Nair'],
    ['Owner', 'Dana Reyes', '', 'ownership', 'Owner: Dana Reyes → none'],
    ['Usage Alarm', '', 'Usage down', 'usage', 'Usage Alarm: Usage down'],
    ['Renewal Date', '2026-12-01', '2027-12-01', 'account', 'Renewal Date: Dec 1, 2026 → Dec 1, 2027'],
    ['Something new', 'a', 'b', 'account', 'Something new: a → b'],
  ])('%s from "%s" to "%s" is of the kind %s', (type, from, to, kind, title) => {
    const { changes } = pagesOf({ changes: some(change(type, from, to)) });
    expect(changes.entries).toMatchObject([{ kind, title, recordId: null }]);
  });

  test('happened on the day that it was for the user', () => {
    const { changes } = pagesOf({ changes: some(change('Tier', 'Scale', 'Growth')) });
    expect(changes.entries[0]).toMatchObject({
      day: '2026-11-21',
      at: '2026-11-21|2026-11-22T03:00:00.000Z',
    });
  });
});

describe('a playbook', () => {
  test('tells its start, its steps and its end, each in its place', () => {
    const skipped = { ...STEP, id: 's2', name: 'Offer a discount', status: 'Skipped' as const };
    const open = { ...STEP, id: 's3', status: 'Open' as const, completedAt: null };
    const { runs } = pagesOf({ runs: some({ ...RUN, steps: [STEP, skipped, open] }) });
    expect(runs.entries.map(({ title, at }) => [title, at])).toEqual([
      ['Playbook started: At-risk rescue', '2026-11-01'],
      ['Step done: Call the sponsor', '2026-11-03|2026-11-03T09:00:00.000Z'],
      ['Step skipped: Offer a discount', '2026-11-03|2026-11-03T09:00:00.000Z'],
      ['Playbook completed: At-risk rescue', '2026-11-20~'],
    ]);
    expect(runs.entries[1]).toMatchObject({ person: 'Helen Okafor', summary: 'She stays', recordId: 'r1' });
  });

  test('that was given up says so', () => {
    const { runs } = pagesOf({ runs: some({ ...RUN, status: 'Stopped' as const }) });
    expect(runs.entries[1]).toMatchObject({ title: 'Playbook stopped: At-risk rescue' });
  });
});
