import { newSource } from 'c/csTimelineMerge';
import type { PageStart, Source, SourcePage } from 'c/csTimelineMerge';
import { ALL_DAY_MEETINGS, DATED_TASKS, MEETINGS, UNDATED_TASKS } from './activityEvents';
import { CLOSED_CASES, NOTES, OPENED_CASES } from './recordEvents';
import { readStoryPages } from './storyEvents';
import { readSourcePage } from './timelineConnection';
import { readOlderStory } from './olderStoryQuery';
import type { TimelineActivitiesData } from './timelineActivities';
import type { TimelineEvent } from './timelineEvent';
import type { OlderStoryData } from './olderStoryQuery';
import type { TimelineRecordsData } from './timelineRecords';

/** The documents that read the sources page by page. */
export type PagingFeed = 'activities' | 'olderNotes' | 'olderCases' | 'olderStory';

/** Every document of the timeline; `records` reads but first pages. */
export type FeedName = 'records' | PagingFeed;

/** Later and earlier than anything in an org, in the two shapes that a source is ordered by. */
const BOUNDS = {
  moment: { last: '2999-12-31T00:00:00.000Z', first: '1900-01-01T00:00:00.000Z' },
  day: { last: '2999-12-31', first: '1900-01-01' },
};

/** Every source, with the document that reads its later pages and what it is ordered by. */
const SOURCES = {
  notes: { feed: 'olderNotes', order: 'moment' },
  opened: { feed: 'olderCases', order: 'moment' },
  closed: { feed: 'olderCases', order: 'moment' },
  dated: { feed: 'activities', order: 'day' },
  undated: { feed: 'activities', order: 'moment' },
  meetings: { feed: 'activities', order: 'moment' },
  allDay: { feed: 'activities', order: 'day' },
  scores: { feed: 'olderStory', order: 'day' },
  answers: { feed: 'olderStory', order: 'day' },
  changes: { feed: 'olderStory', order: 'moment' },
  // Only ever read with the story.
  runs: { feed: 'olderStory', order: 'day' },
} as const satisfies Record<string, { feed: PagingFeed; order: keyof typeof BOUNDS }>;

/** A kind of records that is read page by page. */
export type SourceName = keyof typeof SOURCES;

/** Where the next page of each source of a document begins; a source that is left out is not read. */
export type Starts = Partial<Record<SourceName, PageStart>>;

/** The pages of an answer; a source that the user may not read is missing. */
export type Pages = Partial<Record<SourceName, SourcePage<TimelineEvent>>>;

/** The sources that a document reads. */
export function sourcesOf(feed: FeedName): SourceName[] {
  if (feed === 'records') return [...sourcesOf('olderNotes'), ...sourcesOf('olderCases')];
  return (Object.keys(SOURCES) as SourceName[]).filter((name) => SOURCES[name].feed === feed);
}

/** Where the first pages of a document begin: what is past ends with `now`. */
export function firstStarts(feed: FeedName, now: Date, today: string): Starts {
  const until = (name: SourceName): string => {
    if (name === 'meetings') return now.toISOString();
    return name === 'dated' || name === 'allDay' ? today : BOUNDS[SOURCES[name].order].last;
  };
  return Object.fromEntries(sourcesOf(feed).map((name) => [name, { until: until(name), after: null }]));
}

/** A source that nothing was read of. */
export function unreadSource(name: SourceName): Source<TimelineEvent> {
  return newSource({ until: BOUNDS[SOURCES[name].order].last, after: null });
}

/** The variables of a document. A source that is not wanted is asked for what lies before all time. */
export function variablesOf(feed: FeedName, accountId: string, starts: Starts): Record<string, unknown> {
  if (feed === 'records') return { accountId };
  const named = sourcesOf(feed)
    .filter((name) => name !== 'runs')
    .flatMap((name) => [
      [`${name}Until`, starts[name]?.until ?? BOUNDS[SOURCES[name].order].first],
      [`${name}After`, starts[name]?.after ?? null],
    ]);
  return { accountId, ...Object.fromEntries(named) };
}

/** The pages of an answer to a document. */
export function readPages(feed: FeedName, data: unknown): Pages {
  if (feed === 'olderStory') return readStoryPages(readOlderStory(data as OlderStoryData));
  if (feed === 'activities') {
    const { dated, undated, meetings, allDay } = (data as TimelineActivitiesData).uiapi.query;
    return {
      dated: readSourcePage(dated, DATED_TASKS),
      undated: readSourcePage(undated, UNDATED_TASKS),
      meetings: readSourcePage(meetings, MEETINGS),
      allDay: readSourcePage(allDay, ALL_DAY_MEETINGS),
    };
  }
  const { notes, opened, closed } = (data as TimelineRecordsData).uiapi.query;
  return {
    ...(notes ? { notes: readSourcePage(notes, NOTES) } : {}),
    ...(opened ? { opened: readSourcePage(opened, OPENED_CASES) } : {}),
    ...(closed ? { closed: readSourcePage(closed, CLOSED_CASES) } : {}),
  };
}
