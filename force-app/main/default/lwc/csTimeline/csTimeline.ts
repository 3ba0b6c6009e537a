import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { ACCOUNT_STORY, readStory, storyVariables } from 'c/csAccountStory';
import type { AccountStoryData, PlaybookRun } from 'c/csAccountStory';
import { addDays, dayOf } from 'c/csFormat';
import {
  TIMELINE_ACTIVITIES,
  TIMELINE_OLDER_CASES,
  TIMELINE_OLDER_NOTES,
  TIMELINE_OLDER_STORY,
  TIMELINE_RECORDS,
  readUpcoming,
} from 'c/csTimelineEvents';
import type {
  EventNode,
  FeedName,
  SourceName,
  TaskNode,
  TimelineActivitiesData,
  TimelineEvent,
} from 'c/csTimelineEvents';
import { timelineMerge } from 'c/csTimelineMerge';
import type { Merged } from 'c/csTimelineMerge';
import { deniedSentences, failuresOf } from './timelineFaults';
import type { Failure } from './timelineFaults';
import {
  asking,
  askingAgain,
  initialState,
  isAtFirst,
  mergeable,
  variablesFor,
  withAnswer,
  withFailure,
  withStory,
} from './timelineState';
import type { Origin, TimelineState } from './timelineState';

/** Events that "Show more" adds at least; it doubles what is shown. */
const STEP = 100;

const NOTHING: Merged<SourceName, TimelineEvent> = { entries: [], toAsk: [], unread: [], hasEarlier: false };

type Variables = Record<string, unknown> | undefined;

/** Everything that happened to an account in one feed, newest first, and what is coming up. */
export default class CsTimeline extends LightningElement {
  /** Days shown at first; earlier ones are shown on request. */
  @api daysShown = 90;

  /** Events shown at first, before "Show more". */
  @api eventsShown = 30;

  accountId: string | undefined;
  now = new Date();
  state: TimelineState = initialState('', this.now);
  merged = NOTHING;
  runs: PlaybookRun[] = [];
  openTasks: TaskNode[] = [];
  nextEvents: EventNode[] = [];
  rangeDays = 0;
  count = 0;
  // Kept and not worked out anew: to a wire, other objects are other questions.
  storyVariables: Variables;
  recordVariables: Variables;
  activityVariables: Variables;
  olderNotesVariables: Variables;
  olderCasesVariables: Variables;
  olderStoryVariables: Variables;
  /** While an earlier range is looked for: how many events were shown before. */
  #extendsBeyond: number | undefined;
  #refreshers: Partial<Record<Origin, (() => Promise<void>) | undefined>> = {};
  /** Documents whose next answer may come from a cache that is out of date. */
  #stale = new Set<FeedName>();
  #refreshId: number | undefined;

  /** Id of the account, given by the record page. */
  @api
  get recordId(): string | undefined {
    return this.accountId;
  }
  set recordId(recordId: string | undefined) {
    this.accountId = recordId;
    this.start();
  }

  @wire(graphql, { query: ACCOUNT_STORY, variables: '$storyVariables' })
  loadStory({ data, errors, refresh }: GraphQlResult): void {
    this.#refreshers.story = refresh;
    if (errors) this.update(withFailure(this.state, 'story', errors));
    else if (data) {
      const story = readStory(data as AccountStoryData);
      this.runs = story.runs.items;
      this.update(withStory(this.state, story));
    }
  }

  @wire(graphql, { query: TIMELINE_RECORDS, variables: '$recordVariables' })
  loadRecords(result: GraphQlResult): void {
    this.load('records', result);
  }

  @wire(graphql, { query: TIMELINE_ACTIVITIES, variables: '$activityVariables' })
  loadActivities(result: GraphQlResult): void {
    if (result.data && !result.errors) {
      const { openTasks, nextEvents } = readUpcoming(result.data as TimelineActivitiesData);
      this.openTasks = openTasks;
      this.nextEvents = nextEvents;
    }
    this.load('activities', result);
  }

  @wire(graphql, { query: TIMELINE_OLDER_NOTES, variables: '$olderNotesVariables' })
  loadOlderNotes(result: GraphQlResult): void {
    this.load('olderNotes', result);
  }

  @wire(graphql, { query: TIMELINE_OLDER_CASES, variables: '$olderCasesVariables' })
  loadOlderCases(result: GraphQlResult): void {
    this.load('olderCases', result);
  }

  @wire(graphql, { query: TIMELINE_OLDER_STORY, variables: '$olderStoryVariables' })
  loadOlderStory(result: GraphQlResult): void {
    this.load('olderStory', result);
  }

  connectedCallback(): void {
    this.#refreshId = registerRefreshHandler(this, () => this.reload());
  }

  disconnectedCallback(): void {
    if (this.#refreshId !== undefined) unregisterRefreshHandler(this.#refreshId);
  }

  get today(): string {
    return dayOf(this.now);
  }

  get since(): string {
    return addDays(this.today, -(this.rangeDays || this.daysShown));
  }

  get shownCount(): number {
    return this.count || this.eventsShown;
  }

  get isReading(): boolean {
    return this.state.awaited.size > 0;
  }

  get isLoading(): boolean {
    return this.isReading && this.merged.entries.length === 0;
  }

  get hasUnread(): boolean {
    return this.merged.unread.length > 0;
  }

  get denied(): string[] {
    return deniedSentences(this.state);
  }

  get failures(): Failure[] {
    return failuresOf(this.state);
  }

  handleMore(event: CustomEvent<{ all: boolean }>): void {
    const { length } = this.merged.entries;
    const shown = event.detail.all ? Math.max(length, this.shownCount) : this.shownCount;
    this.count = shown + Math.max(shown, STEP);
    if (event.detail.all && !this.hasUnread) this.#extendsBeyond = length;
    this.update(this.state);
  }

  async handleRetry(event: Event): Promise<void> {
    const { origin } = (event.currentTarget as HTMLElement).dataset;
    await this.askAgain(origin as Origin);
  }

  /** Begins with an account. */
  start(): void {
    this.storyVariables = storyVariables(this.accountId);
    this.rangeDays = 0;
    this.count = 0;
    this.#extendsBeyond = undefined;
    this.now = new Date();
    this.update(initialState(this.accountId ?? '', this.now));
  }

  /** Reads everything again that may have changed; what is shown stays meanwhile. */
  async reload(): Promise<void> {
    await Promise.all([this.askAgain('story'), this.askAgain('records'), this.askAgain('activities')]);
  }

  async askAgain(origin: Origin): Promise<void> {
    if (origin !== 'activities' || isAtFirst(this.state, origin)) {
      await this.#refreshers[origin]?.();
      return;
    }
    this.#stale.add(origin);
    this.update(askingAgain(this.state, origin));
  }

  load(feed: FeedName, { data, errors, refresh }: GraphQlResult): void {
    this.#refreshers[feed] = refresh;
    if (!data && !errors) return;
    if (errors) this.update(withFailure(this.state, feed, errors));
    else this.update(withAnswer(this.state, feed, data));
    if (this.#stale.delete(feed)) refresh?.();
  }

  /** Takes over what was read, and asks for what is missing of what is wanted. */
  update(state: TimelineState): void {
    this.state = state;
    this.merged = this.merge();
    while (this.#extendsBeyond !== undefined && this.merged.toAsk.length === 0) {
      const isFound = this.merged.entries.length > this.#extendsBeyond || !this.merged.hasEarlier;
      if (isFound) this.#extendsBeyond = undefined;
      else this.rangeDays = 2 * (this.rangeDays || this.daysShown);
      this.merged = this.merge();
    }
    if (this.merged.toAsk.length > 0) this.state = asking(this.state, this.merged.toAsk);
    this.recordVariables = variablesFor(this.state, 'records');
    this.activityVariables = variablesFor(this.state, 'activities');
    this.olderNotesVariables = variablesFor(this.state, 'olderNotes');
    this.olderCasesVariables = variablesFor(this.state, 'olderCases');
    this.olderStoryVariables = variablesFor(this.state, 'olderStory');
  }

  merge(): Merged<SourceName, TimelineEvent> {
    return timelineMerge(mergeable(this.state), { from: this.since, count: this.shownCount });
  }
}
