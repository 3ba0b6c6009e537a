import { registerRefreshHandler } from 'lightning/refresh';
import CsTimeline from 'c/csTimeline';
import { ACCOUNT_ID } from 'test/records';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { forQuery, graphqlWire } from 'test/wires';
import {
  activities,
  bandChangeOn,
  callOn,
  connection,
  noteOn,
  records,
  REFUSED,
  story,
} from './timelineAnswers';

jest.mock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'UTC' }), { virtual: true });

beforeEach(() =>
  jest.useFakeTimers({ now: new Date('2026-11-23T10:00:00.000Z'), doNotFake: ['queueMicrotask'] }),
);
afterEach(() => jest.useRealTimers());

interface Answers {
  story?: object;
  records?: object;
  activities?: object;
}

const QUERIES = {
  story: 'accountStory',
  records: 'timelineRecords',
  activities: 'timelineActivities',
  olderNotes: 'timelineOlderNotes',
  olderStory: 'timelineOlderStory',
};

function answer(name: keyof typeof QUERIES, result: object): Promise<void> {
  graphqlWire.emit(result, forQuery(QUERIES[name]));
  return settle();
}

async function renderWith(answers: Answers, properties: object = {}): Promise<Rendered> {
  const element = await render('c-cs-timeline', CsTimeline, { recordId: ACCOUNT_ID, ...properties });
  await answer('story', answers.story ?? story());
  await answer('records', answers.records ?? records());
  await answer('activities', answers.activities ?? activities());
  return element;
}

/** What a document was asked last. */
function asked(query: string): unknown {
  let variables: unknown;
  graphqlWire.emit({}, (config) => {
    if (forQuery(query)(config)) variables = config.variables;
    return false;
  });
  return variables;
}

const list = (element: Element) => find(element, 'c-cs-timeline-list');
const titles = (element: Element) => (list(element).entries as { title: string }[]).map(({ title }) => title);

async function showMore(element: Element, all: boolean): Promise<void> {
  list(element).dispatchEvent(new CustomEvent('more', { detail: { all } }));
  await settle();
}

describe('the timeline', () => {
  test('merges the story, the records and the activities, newest first', async () => {
    const element = await renderWith({
      story: story({ changes: connection([bandChangeOn('2026-11-20')]) }),
      records: records({ notes: connection([noteOn('2026-11-21'), noteOn('2026-11-19')]) }),
      activities: activities({ dated: connection([callOn('2026-11-20')]) }),
    });
    expect(titles(element)).toEqual([
      'Call note',
      'Call of 2026-11-20',
      'Risk Band: Watch → At Risk',
      'Call note',
    ]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('shows that it is loading until each has answered', async () => {
    const element = await render('c-cs-timeline', CsTimeline, { recordId: ACCOUNT_ID });
    await answer('story', story({ changes: connection([bandChangeOn('2026-11-20')]) }));
    expect(findAll(element, '[aria-busy="true"]')).toHaveLength(1);
    expect(findAll(element, 'c-cs-timeline-list')).toHaveLength(0);
    await answer('records', records());
    await answer('activities', activities());
    expect(titles(element)).toHaveLength(1);
  });

  test('asks nothing anew when an answer comes', async () => {
    const element = await render('c-cs-timeline', CsTimeline, { recordId: ACCOUNT_ID });
    const before = [asked('timelineRecords'), asked('timelineActivities')];
    await answer('story', story());
    await answer('records', records());
    await answer('activities', activities());
    // The very same objects: to a wire, equal ones would be another question.
    expect(asked('timelineRecords')).toBe(before[0]);
    expect(asked('timelineActivities')).toBe(before[1]);
    expect(asked('timelineOlderStory')).toBeUndefined();
    expect(list(element)).toMatchObject({ hasUnread: false, hasEarlier: false });
  });

  test('shows 90 days, and twice as many on request, until there is something', async () => {
    const element = await renderWith({
      activities: activities({ dated: connection([callOn('2026-11-20'), callOn('2025-12-01')]) }),
    });
    expect(titles(element)).toEqual(['Call of 2026-11-20']);
    expect(list(element)).toMatchObject({ since: '2026-08-25', hasEarlier: true });
    await showMore(element, true);
    expect(titles(element)).toEqual(['Call of 2026-11-20', 'Call of 2025-12-01']);
    expect(list(element)).toMatchObject({ since: '2025-11-28', hasEarlier: false });
  });

  test('hands on what is upcoming', async () => {
    const task = callOn('2026-11-17', 'Find a sponsor');
    const element = await renderWith({ activities: activities({ open: connection([task]) }) });
    expect(find(element, 'c-cs-timeline-upcoming')).toMatchObject({
      accountId: ACCOUNT_ID,
      openTasks: [task],
    });
  });

  test('begins anew with another account', async () => {
    const element = await renderWith({ records: records({ notes: connection([noteOn('2026-11-21')]) }) });
    element.recordId = '001000000000002AAA';
    await settle();
    expect(findAll(element, 'c-cs-timeline-list')).toHaveLength(0);
    expect(asked('timelineRecords')).toMatchObject({ accountId: '001000000000002AAA' });
  });
});

describe('reading on', () => {
  const busy = activities({
    dated: connection([callOn('2026-11-20'), callOn('2026-11-15')], 'cursor'),
  });

  test('asks only for the kinds whose next page can matter, from the time they reached', async () => {
    const element = await renderWith({ activities: busy }, { eventsShown: 1 });
    expect(titles(element)).toEqual(['Call of 2026-11-20']);
    expect(list(element)).toMatchObject({ hasUnread: true });
    const recordsBefore = asked('timelineRecords');
    await showMore(element, true);
    expect(asked('timelineActivities')).toMatchObject({
      datedUntil: '2026-11-15',
      datedAfter: null,
      meetingsUntil: '1900-01-01T00:00:00.000Z',
    });
    expect(asked('timelineRecords')).toBe(recordsBefore);
    expect(asked('timelineOlderNotes')).toBeUndefined();
  });

  test('adds the next page without repeating what both hold', async () => {
    const element = await renderWith({ activities: busy }, { eventsShown: 1 });
    await showMore(element, true);
    await answer(
      'activities',
      activities({ dated: connection([callOn('2026-11-15'), callOn('2026-11-01')]) }),
    );
    expect(titles(element)).toEqual(['Call of 2026-11-20', 'Call of 2026-11-15', 'Call of 2026-11-01']);
    expect(list(element)).toMatchObject({ hasUnread: false });
  });

  test('reads older notes and cases each on their own', async () => {
    const notes = connection([noteOn('2026-11-20'), noteOn('2026-11-15')], 'cursor');
    const element = await renderWith({ records: records({ notes }) }, { eventsShown: 1 });
    await showMore(element, true);
    expect(asked('timelineOlderNotes')).toEqual({
      accountId: ACCOUNT_ID,
      notesUntil: '2026-11-15T12:00:00.000Z',
      notesAfter: null,
    });
    expect(asked('timelineOlderCases')).toBeUndefined();
    await answer('olderNotes', records({ notes: connection([noteOn('2026-11-15'), noteOn('2026-11-02')]) }));
    expect(titles(element)).toHaveLength(3);
  });

  test('reads what is older than the story only when that matters', async () => {
    const changes = connection([bandChangeOn('2026-11-20'), bandChangeOn('2026-11-15')], 'cursor');
    const element = await renderWith({ story: story({ changes }) }, { eventsShown: 1 });
    expect(asked('timelineOlderStory')).toBeUndefined();
    await showMore(element, true);
    expect(asked('timelineOlderStory')).toMatchObject({
      changesUntil: '2026-11-15T06:00:00.000Z',
      scoresUntil: '1900-01-01',
    });
    const { data } = story({ changes: connection([bandChangeOn('2026-11-15'), bandChangeOn('2026-11-02')]) });
    await answer('olderStory', { data });
    expect(titles(element)).toHaveLength(3);
  });
});

describe('refreshing', () => {
  function refreshHandler(): () => Promise<void> {
    return (registerRefreshHandler as jest.Mock).mock.calls.at(-1)?.[1] as () => Promise<void>;
  }

  test('reads everything again when the page is refreshed', async () => {
    const refresh = jest.fn(() => Promise.resolve());
    await renderWith({
      story: { ...story(), refresh },
      records: { ...records(), refresh },
      activities: { ...activities(), refresh },
    });
    await refreshHandler()();
    expect(refresh).toHaveBeenCalledTimes(3);
  });

  test('shows a call that was logged meanwhile', async () => {
    const element = await renderWith({
      activities: activities({ dated: connection([callOn('2026-11-20')]) }),
    });
    await answer(
      'activities',
      activities({ dated: connection([callOn('2026-11-23'), callOn('2026-11-20')]) }),
    );
    expect(titles(element)).toEqual(['Call of 2026-11-23', 'Call of 2026-11-20']);
  });

  test('goes back to the first page, asks past the cache, and keeps what was read beyond it', async () => {
    const first = activities({ dated: connection([callOn('2026-11-20'), callOn('2026-11-15')], 'cursor') });
    const element = await renderWith({ activities: first }, { eventsShown: 1 });
    await showMore(element, true);
    await answer(
      'activities',
      activities({ dated: connection([callOn('2026-11-15'), callOn('2026-11-01')]) }),
    );
    await refreshHandler()();
    await settle();
    expect(asked('timelineActivities')).toMatchObject({ datedUntil: '2026-11-23' });
    const refresh = jest.fn(() => Promise.resolve());
    await answer('activities', { ...first, refresh });
    expect(refresh).toHaveBeenCalledTimes(1);
    expect(titles(element)).toEqual(['Call of 2026-11-20', 'Call of 2026-11-15', 'Call of 2026-11-01']);
  });
});

describe('for who sees only part of it', () => {
  const denied = (element: Element) => findAll(element, '[data-id="denied"]').map(textOf);
  const note = records({ notes: connection([noteOn('2026-11-21')]) });

  test('a kind that is left out is named, and the rest stands', async () => {
    const { data } = note as { data: { uiapi: { query: Record<string, object> } } };
    const { notes } = data.uiapi.query;
    const element = await renderWith({ records: { data: { uiapi: { query: { notes } } } } });
    expect(denied(element)).toEqual(['Cases are not shown: you have no access.']);
    expect(titles(element)).toEqual(['Call note']);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  test('a story that is refused is named, and the rest stands', async () => {
    const element = await renderWith({ story: REFUSED, records: note });
    expect(denied(element)).toEqual([
      'Health changes, NPS answers, playbooks and account changes are not shown: you have no access.',
    ]);
    expect(titles(element)).toEqual(['Call note']);
  });

  test('activities that fail say so, can be tried again, and the rest stands', async () => {
    const element = await renderWith({ records: note });
    const refresh = jest.fn(() => Promise.resolve());
    await answer('activities', { errors: [{ message: 'The org is busy' }], refresh });
    expect(titles(element)).toEqual(['Call note']);
    expect(find(element, 'c-cs-error-panel')).toMatchObject({
      heading: 'Calls, meetings, emails and tasks could not be loaded',
    });
    find(element, '[data-origin="activities"]').click();
    expect(refresh).toHaveBeenCalledTimes(1);

    await answer('activities', activities({ dated: connection([callOn('2026-11-22')]) }));
    expect(titles(element)).toEqual(['Call of 2026-11-22', 'Call note']);
    expect(findAll(element, 'c-cs-error-panel')).toHaveLength(0);
  });
});
