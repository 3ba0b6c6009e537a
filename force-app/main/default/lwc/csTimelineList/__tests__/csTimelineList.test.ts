import CsTimelineList from 'c/csTimelineList';
import { find, findAll, render, settle, textOf } from 'test/render';
import type { Rendered } from 'test/render';
import { timelineEvent } from 'test/timeline-events';

const ENTRIES = [
  timelineEvent({ id: '1', day: '2026-11-20', kind: 'call', title: 'Status of the incident' }),
  timelineEvent({
    id: '2',
    day: '2026-11-18',
    kind: 'note',
    body: '<p>Spoke about <b>renewal</b></p>',
    isRich: true,
  }),
  timelineEvent({
    id: '3',
    day: '2026-10-30',
    kind: 'case',
    title: 'Case opened: Export',
    person: 'Alma Duarte',
  }),
];

function renderList(properties: object = {}): Promise<Rendered> {
  return render('c-cs-timeline-list', CsTimelineList, {
    entries: ENTRIES,
    count: 30,
    since: '2026-08-25',
    today: '2026-11-23',
    ...properties,
  });
}

const summary = (element: Element) => textOf(find(element, '[data-id="summary"]'));
const months = (element: Element) => findAll(element, '[data-month]').map(({ dataset }) => dataset.month);
const shown = (element: Element) =>
  findAll(element, 'c-cs-timeline-chunk').flatMap(({ chunk }) =>
    (chunk as { events: { id: string }[] }).events.map(({ id }) => id),
  );

async function filterBy(element: Element, filter: object): Promise<void> {
  find(element, '[data-id="filter"]').click();
  await settle();
  const detail = { kinds: [], person: '', text: '', ...filter };
  find(element, 'c-cs-timeline-filters').dispatchEvent(new CustomEvent('filterchange', { detail }));
  await settle();
}

describe('the list of a timeline', () => {
  test('is grouped by month, each with a heading', async () => {
    const element = await renderList({ hasEarlier: true });
    expect(months(element)).toEqual(['2026-11', '2026-10']);
    expect(findAll(element, 'h3').map(textOf)).toEqual(['November 20262 events', 'October 20261 event']);
    expect(summary(element)).toBe('3 events since Aug 25, 2026.');
    await expect(element).toBeAccessible();
  });

  test('draws a long month in chunks, of which only the first are drawn at once', async () => {
    const entries = Array.from({ length: 35 }, (_, index) => timelineEvent({ id: String(index) }));
    const element = await renderList({ entries, count: 100 });
    expect(
      findAll(element, 'c-cs-timeline-chunk').map(({ chunk }) => {
        const { start, size, startsNear } = chunk as { start: number; size: number; startsNear: boolean };
        return [start, size, startsNear];
      }),
    ).toEqual([
      [0, 35, true],
      [10, 35, true],
      [20, 35, true],
      [30, 35, false],
    ]);
  });

  test('says when nothing happened, and when that is all', async () => {
    expect(summary(await renderList({ entries: [], hasEarlier: true }))).toBe(
      'Nothing happened since Aug 25, 2026.',
    );
    const element = await renderList();
    expect(find(element, '[data-id="end"]').textContent).toBe('That is all that is known of this account.');
    expect(findAll(element, '[data-id="more"]')).toHaveLength(0);
  });

  test.each([
    [{ count: 2 }, 'Show more', false],
    [{ hasUnread: true }, 'Show more', true],
    [{ hasEarlier: true }, 'Show earlier than Aug 25, 2026', true],
  ])('with %j it offers "%s"', async (properties, label, all) => {
    const element = await renderList(properties);
    const more = jest.fn();
    element.addEventListener('more', (event) => more((event as CustomEvent).detail));
    const button = find(element, '[data-id="more"]');
    expect(button.label).toBe(label);
    button.click();
    expect(more).toHaveBeenCalledWith({ all });
  });

  test('asks for nothing more while it is read', async () => {
    const element = await renderList({ hasUnread: true, reading: true });
    expect(find(element, '[data-id="more"]')).toMatchObject({ label: 'Loading…', disabled: true });
  });
});

describe('filters', () => {
  test.each([
    ['a kind', { kinds: ['note', 'case'] }, ['2', '3']],
    ['a person', { person: 'Alma Duarte' }, ['3']],
    ['words of a title, in any order', { text: ' incident STATUS ' }, ['1']],
    ['words of a rich text', { text: 'about renewal' }, ['2']],
    ['all of them', { kinds: ['call'], person: 'Dana Reyes', text: 'export' }, []],
  ])('narrow by %s', async (_, filter, ids) => {
    const element = await renderList();
    await filterBy(element, filter);
    expect(shown(element)).toEqual(ids);
  });

  test('look through everything that is loaded, not only what was shown, and say so', async () => {
    const element = await renderList({ count: 1, hasUnread: true });
    await filterBy(element, { kinds: ['case'] });
    expect(shown(element)).toEqual(['3']);
    expect(summary(element)).toBe('1 of 3 loaded events match, back to Oct 30, 2026.');
    expect(find(element, '[data-id="more"]').label).toBe('Load more');
  });

  test('offer what occurs', async () => {
    const element = await renderList();
    find(element, '[data-id="filter"]').click();
    await settle();
    expect(find(element, 'c-cs-timeline-filters')).toMatchObject({
      kinds: [
        { kind: 'call', label: 'Calls', count: 1 },
        { kind: 'note', label: 'Notes', count: 1 },
        { kind: 'case', label: 'Cases', count: 1 },
      ],
      people: ['Alma Duarte', 'Dana Reyes'],
    });
  });
});
