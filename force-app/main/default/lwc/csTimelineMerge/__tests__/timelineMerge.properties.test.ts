import fc from 'fast-check';
import { addPage, newSource, timelineMerge } from 'c/csTimelineMerge';
import type { PageStart, Source, SourcePage, TimelineEntry } from 'c/csTimelineMerge';

const START: PageStart = { until: '\uffff', after: null };

/** Few times for many records, so that ties lie on the borders of pages. */
const someTime = fc.integer({ min: 0, max: 6 }).map((time) => `t${time}`);
const someSources = fc.array(fc.array(someTime, { maxLength: 25 }), { minLength: 1, maxLength: 4 });
const somePageSize = fc.integer({ min: 1, max: 7 });
/** A record that is made while pages are read: before which reading, of which source, at what time. */
const someInsert = fc.record({
  before: fc.integer({ min: 1, max: 12 }),
  source: fc.nat({ max: 3 }),
  at: someTime,
});

/** Records of one kind in an org: pages by time, with cursors that count records as the platform's do. */
class Records {
  records: TimelineEntry[];

  constructor(name: string, times: string[]) {
    this.records = times.map((at, index) => ({ id: `${name}-${index}`, at }));
  }

  insert(id: string, at: string): void {
    this.records.push({ id, at });
  }

  remove(id: string): void {
    this.records = this.records.filter((record) => record.id !== id);
  }

  read({ until, after }: PageStart, size: number): SourcePage<TimelineEntry> {
    const matching = this.records.filter(({ at }) => at <= until).sort(newestFirst);
    const offset = Number(after ?? 0);
    const entries = matching.slice(offset, offset + size);
    const reached = entries.at(-1)?.at ?? null;
    return {
      entries,
      hasMore: matching.length > offset + size,
      reachedAt: reached,
      reachedValue: reached,
      endCursor: String(offset + entries.length),
    };
  }
}

function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** Reads page by page until everything is shown; answers what was shown after each reading. */
function readAll(
  org: Records[],
  pageSize: number,
  beforeReading: (reading: number) => void = () => undefined,
): TimelineEntry[][] {
  const sources = new Map<number, Source<TimelineEntry>>(org.map((_, name) => [name, newSource(START)]));
  const shown: TimelineEntry[][] = [];
  for (let reading = 0; ; reading += 1) {
    const { entries, toAsk } = timelineMerge(sources, { from: '', count: Infinity });
    shown.push(entries);
    if (toAsk.length === 0) return shown;
    beforeReading(reading);
    for (const name of toAsk) {
      const source = sources.get(name)!;
      const start = source.next!;
      sources.set(name, addPage(source, start, org[name]!.read(start, pageSize)));
    }
  }
}

describe('for any records, in pages of any size', () => {
  test('everything is shown once, in order', () => {
    fc.assert(
      fc.property(someSources, somePageSize, (times, pageSize) => {
        const org = times.map((each, name) => new Records(String(name), each));
        const everything = org.flatMap(({ records }) => records).sort(newestFirst);
        expect(readAll(org, pageSize).at(-1)).toEqual(everything);
      }),
    );
  });

  test('what is shown only grows at its end', () => {
    fc.assert(
      fc.property(someSources, somePageSize, (times, pageSize) => {
        const shown = readAll(
          times.map((each, name) => new Records(String(name), each)),
          pageSize,
        );
        shown.slice(1).forEach((now, index) => {
          const before = shown[index]!;
          expect(now.slice(0, before.length)).toEqual(before);
        });
      }),
    );
  });

  test('records made between two readings drop and repeat nothing', () => {
    fc.assert(
      fc.property(
        someSources,
        somePageSize,
        fc.array(someInsert, { maxLength: 8 }),
        (times, pageSize, inserts) => {
          const org = times.map((each, name) => new Records(String(name), each));
          const before = org.flatMap(({ records }) => records).sort(newestFirst);
          const shown = readAll(org, pageSize, (reading) =>
            inserts
              .filter((insert) => insert.before === reading)
              .forEach(({ source, at }, index) => org[source]?.insert(`new-${reading}-${index}`, at)),
          ).at(-1)!;

          const ids = shown.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(shown.filter(({ id }) => !id.startsWith('new-'))).toEqual(before);
          expect(shown).toEqual([...shown].sort(newestFirst));
        },
      ),
    );
  });

  test('records deleted between two readings take no others with them', () => {
    const someTimes = fc.uniqueArray(fc.integer({ min: 100, max: 200 }), { minLength: 2, maxLength: 25 });
    const someDeletes = fc.array(
      fc.record({ before: fc.integer({ min: 1, max: 8 }), index: fc.nat({ max: 24 }) }),
      { maxLength: 6 },
    );
    fc.assert(
      // A page of one record is all of one time, where only its cursor leads on: that is not promised.
      fc.property(someTimes, fc.integer({ min: 2, max: 7 }), someDeletes, (times, pageSize, deletes) => {
        const records = new Records('0', times.map(String));
        const before = [...records.records].sort(newestFirst);
        const deleted = new Set(deletes.map(({ index }) => `0-${index}`));
        const shown = readAll([records], pageSize, (reading) =>
          deletes
            .filter((each) => each.before === reading)
            .forEach(({ index }) => records.remove(`0-${index}`)),
        ).at(-1)!;
        const kept = ({ id }: TimelineEntry): boolean => !deleted.has(id);
        expect(shown.filter(kept)).toEqual(before.filter(kept));
      }),
    );
  });
});
