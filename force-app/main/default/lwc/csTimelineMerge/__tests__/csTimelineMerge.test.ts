import { addPage, closedSource, newSource, renewFirstPage, timelineMerge } from 'c/csTimelineMerge';
import type { Source, SourcePage, TimelineEntry } from 'c/csTimelineMerge';

const START = { until: '9', after: null };

/** The source after one page with these times; `at` is the value ordered by. */
function sourceOf(name: string, times: string[], hasMore = false): Source<TimelineEntry> {
  return addPage(newSource<TimelineEntry>(START), START, pageOf(name, times, hasMore));
}

function pageOf(name: string, times: string[], hasMore: boolean): SourcePage<TimelineEntry> {
  const last = times.at(-1) ?? null;
  const entries = times.map((at, index) => ({ id: `${name}${index}`, at }));
  return { entries, hasMore, reachedAt: last, reachedValue: last, endCursor: 'cursor' };
}

function mergeOf(sources: Record<string, Source<TimelineEntry>>, from = '', count = 100) {
  const { entries, ...rest } = timelineMerge(new Map(Object.entries(sources)), { from, count });
  return { ids: entries.map(({ id }) => id), ...rest };
}

describe('the merge', () => {
  test('orders by time, then by Id, newest first', () => {
    expect(mergeOf({ a: sourceOf('a', ['5', '3']), b: sourceOf('b', ['5', '4']) }).ids).toEqual([
      'b0',
      'a0',
      'b1',
      'a1',
    ]);
  });

  test('holds back what a source that has more to bring could still precede', () => {
    const sources = { a: sourceOf('a', ['6', '4'], true), b: sourceOf('b', ['5', '4', '1']) };
    expect(mergeOf(sources)).toEqual({ ids: ['a0', 'b0'], toAsk: ['a'], unread: ['a'], hasEarlier: true });
  });

  test('asks only sources that can bring what is wanted', () => {
    const sources = { busy: sourceOf('a', ['8', '7'], true), quiet: sourceOf('b', ['6', '2'], true) };
    expect(mergeOf(sources, '5').toAsk).toEqual(['busy']);
    expect(mergeOf(sources, '', 1).toAsk).toEqual([]);
    expect(mergeOf(sources, '5', 1)).toMatchObject({ toAsk: [], unread: ['busy'] });
    expect(mergeOf(sources, '1').toAsk).toEqual(['busy', 'quiet']);
  });

  test('shows nothing before every source was read once', () => {
    const sources = { a: sourceOf('a', ['5']), b: newSource<TimelineEntry>(START) };
    expect(mergeOf(sources)).toMatchObject({ ids: [], toAsk: ['b'] });
  });

  test('tells whether there is anything before the range', () => {
    expect(mergeOf({ a: sourceOf('a', ['5', '2']) }, '3')).toMatchObject({ ids: ['a0'], hasEarlier: true });
    expect(mergeOf({ a: sourceOf('a', ['5', '4']) }, '3').hasEarlier).toBe(false);
  });
});

describe('a source', () => {
  test('goes on from the time it reached, so that an offset cannot shift', () => {
    expect(sourceOf('a', ['5', '3'], true).next).toEqual({ until: '3', after: null });
  });

  test('goes on by cursor where a whole page is of one time', () => {
    const start = { until: '3', after: null };
    const source = addPage(newSource<TimelineEntry>(start), start, pageOf('a', ['3', '3'], true));
    expect(source.next).toEqual({ until: '3', after: 'cursor' });
  });

  test('ends with its last page', () => {
    expect(sourceOf('a', ['5'])).toMatchObject({ horizon: null, next: null });
    expect(sourceOf('a', [])).toMatchObject({ horizon: null, next: null });
  });

  test('takes over what changed, came or went in its first page, and keeps what was read beyond', () => {
    const source = addPage(
      sourceOf('a', ['8', '5'], true),
      { until: '5', after: null },
      {
        ...pageOf('b', ['5', '2'], true),
      },
    );
    const renewed = renewFirstPage(source, START, pageOf('new', ['9', '6'], true));
    expect([...renewed.entries.keys()].sort()).toEqual(['a1', 'b0', 'b1', 'new0', 'new1']);
    expect(renewed).toMatchObject({ horizon: '2', next: { until: '2' } });
  });

  test('that cannot be read on holds up nothing', () => {
    expect(closedSource(sourceOf('a', ['5'], true))).toMatchObject({ horizon: null, next: null });
  });
});
