import { addPage, closedSource, renewFirstPage } from 'c/csTimelineMerge';
import type { Source } from 'c/csTimelineMerge';
import {
  firstStarts,
  readPages,
  readStoryPages,
  sourcesOf,
  unreadSource,
  variablesOf,
} from 'c/csTimelineEvents';
import type {
  FeedName,
  PagingFeed,
  SourceName,
  Starts,
  StorySource,
  TimelineEvent,
} from 'c/csTimelineEvents';
import { dayOf } from 'c/csFormat';
import type { AccountStory } from 'c/csAccountStory';
import { lacksAccess } from 'c/csLdsErrors';

/** Who answers: one of the documents, or the story that the page shares. */
export type Origin = FeedName | 'story';

/** What a document is asked: pages that begin here. The variables stay the same object as long as it is asked. */
export interface Question {
  starts: Starts;
  variables: Record<string, unknown>;
}

/** What has been read of an account, and what is being read. */
export interface TimelineState {
  sources: ReadonlyMap<SourceName, Source<TimelineEvent>>;
  /** What the first pages are asked with. */
  first: Partial<Record<FeedName, Question>>;
  /** What each document was last asked; one that is missing was not asked. */
  asked: Partial<Record<FeedName, Question>>;
  accountId: string;
  today: string;
  /** Documents and the story of which the answer is awaited. */
  awaited: ReadonlySet<Origin>;
  /** Why an answer failed. */
  failures: Partial<Record<Origin, unknown>>;
  /** Whose answer was refused, or left out, because the user may not read it. */
  denied: ReadonlySet<Origin | SourceName>;
}

const PAGING: readonly PagingFeed[] = ['olderNotes', 'olderCases', 'activities', 'olderStory'];
const FEEDS: readonly FeedName[] = ['records', ...PAGING];
/** What reads on, and what reads the first page of the same. */
const FOLLOWS: Partial<Record<PagingFeed, Origin>> = {
  olderNotes: 'records',
  olderCases: 'records',
  olderStory: 'story',
};
const STORY_SOURCES: readonly StorySource[] = ['scores', 'answers', 'changes', 'runs'];

/** Before the first answer. */
export function initialState(accountId: string, now: Date): TimelineState {
  const today = dayOf(now);
  const question = (feed: FeedName): Question =>
    questionOf(accountId, today, feed, firstStarts(feed, now, today));
  const first = { records: question('records'), activities: question('activities') };
  return {
    sources: new Map(PAGING.flatMap(sourcesOf).map((name) => [name, unreadSource(name)])),
    first,
    asked: first,
    accountId,
    today,
    awaited: new Set<Origin>(['story', 'records', 'activities']),
    failures: {},
    denied: new Set(),
  };
}

/** The story was read, for the first time or again. */
export function withStory(state: TimelineState, story: AccountStory): TimelineState {
  const pages = readStoryPages(story);
  const sources = new Map(state.sources);
  for (const name of STORY_SOURCES) {
    const unread = unreadSource(name);
    sources.set(name, renewFirstPage(sources.get(name) ?? unread, unread.next!, pages[name]));
  }
  return { ...answered(state, 'story'), sources };
}

/** A document was answered: with what `starts` asked for, or with the same again. */
export function withAnswer(state: TimelineState, feed: FeedName, data: unknown): TimelineState {
  const starts = state.asked[feed]?.starts ?? {};
  const add = isAtFirst(state, feed) ? renewFirstPage : addPage;
  const pages = readPages(feed, data);
  const after = answered(state, feed);
  const sources = new Map(state.sources);
  const denied = new Set(after.denied);
  for (const name of sourcesOf(feed)) {
    const start = starts[name];
    const page = pages[name];
    if (start && page) sources.set(name, add(sources.get(name) ?? unreadSource(name), start, page));
    if (start && !page) denied.add(name);
    else denied.delete(name);
  }
  return { ...after, sources, denied };
}

/** An answer failed or was refused. */
export function withFailure(state: TimelineState, origin: Origin, errors: unknown): TimelineState {
  const after = answered(state, origin);
  if (lacksAccess(errors)) return { ...after, denied: new Set([...after.denied, origin]) };
  return { ...after, failures: { ...after.failures, [origin]: errors } };
}

/** Asks for the next pages of these sources, each document at most once. */
export function asking(state: TimelineState, names: readonly SourceName[]): TimelineState {
  const feeds = PAGING.filter(
    (feed) =>
      !state.awaited.has(feed) &&
      !state.awaited.has(FOLLOWS[feed] ?? feed) &&
      names.some((name) => sourcesOf(feed).includes(name)),
  );
  const asked = { ...state.asked };
  for (const feed of feeds) {
    const wanted = names.filter((name) => sourcesOf(feed).includes(name));
    const starts = Object.fromEntries(
      wanted.flatMap((name) => {
        const next = state.sources.get(name)?.next;
        return next ? [[name, next]] : [];
      }),
    );
    asked[feed] = questionOf(state.accountId, state.today, feed, starts);
  }
  return { ...state, asked, awaited: new Set([...state.awaited, ...feeds]) };
}

/** Asks for the first page of a document again; what was read beyond it stays. */
export function askingAgain(state: TimelineState, feed: FeedName): TimelineState {
  const failures = { ...state.failures };
  delete failures[feed];
  const asked = { ...state.asked, [feed]: state.first[feed] };
  return { ...state, asked, failures, awaited: new Set([...state.awaited, feed]) };
}

/** The sources as the merge is to see them: what failed or was refused holds up nothing. */
export function mergeable(state: TimelineState): Map<SourceName, Source<TimelineEvent>> {
  const isClosed = (origin: Origin | SourceName): boolean =>
    origin in state.failures || state.denied.has(origin);
  const closed = new Set<SourceName>([
    ...FEEDS.filter(isClosed).flatMap(sourcesOf),
    ...(isClosed('story') ? STORY_SOURCES : []),
  ]);
  return new Map(
    [...state.sources].map(([name, source]) => [
      name,
      closed.has(name) || isClosed(name) ? closedSource(source) : source,
    ]),
  );
}

/** Whether a document was last asked for its first page. */
export function isAtFirst({ asked, first }: TimelineState, feed: FeedName): boolean {
  return asked[feed] !== undefined && asked[feed] === first[feed];
}

/** The variables that a document is asked with; undefined while it is not. */
export function variablesFor({ accountId, asked }: TimelineState, feed: FeedName) {
  return accountId === '' ? undefined : asked[feed]?.variables;
}

function questionOf(accountId: string, today: string, feed: FeedName, starts: Starts): Question {
  const variables = variablesOf(feed, accountId, starts);
  return { starts, variables: feed === 'activities' ? { ...variables, today } : variables };
}

function answered(state: TimelineState, origin: Origin): TimelineState {
  const awaited = new Set(state.awaited);
  awaited.delete(origin);
  const failures = { ...state.failures };
  delete failures[origin];
  const denied = new Set(state.denied);
  denied.delete(origin);
  return { ...state, awaited, failures, denied };
}
