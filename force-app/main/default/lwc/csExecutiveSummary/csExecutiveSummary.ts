import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQlResult } from 'lightning/graphql';
import USER_ID from '@salesforce/user/Id';
import { dayOf, formatDay } from 'c/csFormat';
import { lacksAccess } from 'c/csLdsErrors';
import { ALL_CUSTOMERS } from 'c/csExecutiveMeasures';
import type { MeasureKey, Scope, Segment, Totals } from 'c/csExecutiveMeasures';
import type { Selection } from 'c/csExecutiveAccounts';
import type { ExecutiveTileView } from 'c/csExecutiveTile';
import type { Sentence } from 'c/csExecutiveStory';
import type { SplitPart } from 'c/csExecutiveSplit';
import { BOOK } from './csExecutiveSummaryBookQuery';
import { readBook } from './csExecutiveSummaryBook';
import type { BookData } from './csExecutiveSummaryBook';
import { readDay, readHealth, readNames, readPulse } from './csExecutiveSummaryDay';
import type { Day, DayData, HealthCounts, PastData, Pulse } from './csExecutiveSummaryDay';
import { DAY, PAST } from './csExecutiveSummaryDayQuery';
import { dayChoices, quarterBefore, trendOf } from './csExecutiveSummaryDays';
import { bookVariables, dayVariables, pastVariables, totalsVariables } from './csExecutiveSummaryFilters';
import { scopeOptions, segmentOptions, select, viewBands, viewHealth } from './csExecutiveSummaryModel';
import { idsOf, nameMovers } from './csExecutiveSummaryMovers';
import type { DayTotals, RecordedMovers } from './csExecutiveSummaryMovers';
import { tellStory } from './csExecutiveSummaryStory';
import { viewBookTiles, viewTiles } from './csExecutiveSummaryTiles';
import { readSegments, readTotals } from './csExecutiveSummaryTotals';
import type { SegmentKey, TotalsData } from './csExecutiveSummaryTotals';
import { TOTALS } from './csExecutiveSummaryTotalsQuery';

type Variables = Record<string, unknown> | undefined;

/** What a CSM sees who may not read the totals of all customers. */
const MY_BOOK: Segment = { scope: 'CSM', value: USER_ID, label: 'my customers' };

/** How all customers are doing on a day, how that moved, and the accounts behind each number. */
export default class CsExecutiveSummary extends LightningElement {
  segment: Segment = ALL_CUSTOMERS;
  /** The day that was chosen; the newest until then. */
  chosenDay: string | undefined;
  all: DayTotals[] | undefined;
  segments: SegmentKey[] = [];
  /** The days to choose from; they stay while another segment loads. */
  days: { label: string; value: string }[] = [];
  day: Day | undefined;
  isDayLoaded = false;
  pulse: Pulse | undefined;
  /** Of a day of the past: how health was spread, and the names of those that moved. */
  past: { health: HealthCounts; names: Map<string, string> } | undefined;
  book: Totals | undefined;
  opened: { measure: MeasureKey; csmId: string | undefined } | undefined;
  totalsError: unknown;
  dayError: unknown;
  bookError: unknown;
  // Kept, not made anew with every drawing: a wire asks again whenever its variables are other objects.
  totalsVariables: Variables = totalsVariables(ALL_CUSTOMERS);
  dayVariables: Variables;
  pastVariables: Variables;
  bookVariables: Variables;
  #refreshes = new Map<string, (() => Promise<void>) | undefined>();

  @wire(graphql, { query: TOTALS, variables: '$totalsVariables' })
  loadTotals({ data, errors, refresh }: GraphQlResult): void {
    this.#refreshes.set('totals', refresh);
    this.totalsError = errors;
    if (lacksAccess(errors)) this.bookVariables ??= bookVariables(MY_BOOK, dayOf(new Date()));
    if (errors || !data) return;
    this.all = readTotals(data as TotalsData);
    this.segments = readSegments(data as TotalsData);
    this.days = dayChoices(this.all);
    this.askForDay();
  }

  @wire(graphql, { query: DAY, variables: '$dayVariables' })
  loadDay({ data, errors, refresh }: GraphQlResult): void {
    this.#refreshes.set('day', refresh);
    this.dayError = errors;
    if (errors || !data) return;
    this.day = readDay(data as DayData);
    this.pulse = readPulse(data as DayData);
    this.isDayLoaded = true;
    this.askForPast();
  }

  @wire(graphql, { query: PAST, variables: '$pastVariables' })
  loadPast({ data, errors }: GraphQlResult): void {
    if (errors) this.dayError = errors;
    else if (data) this.past = { health: readHealth(data as PastData), names: readNames(data as PastData) };
  }

  @wire(graphql, { query: BOOK, variables: '$bookVariables' })
  loadBook({ data, errors }: GraphQlResult): void {
    this.bookError = errors;
    if (errors || !data) return;
    this.book = readBook(data as BookData, dayOf(new Date()));
    this.pulse = readPulse(data as BookData);
  }

  get isBook(): boolean {
    return this.bookVariables !== undefined;
  }

  get isTotals(): boolean {
    return !this.isBook;
  }

  get hasNoAccess(): boolean {
    return this.isBook && lacksAccess(this.bookError);
  }

  get shownError(): unknown {
    if (this.hasNoAccess) return undefined;
    return this.isBook ? this.bookError : (this.totalsError ?? this.dayError);
  }

  get isEmpty(): boolean {
    return this.isTotals && this.all?.length === 0 && this.segment.scope === 'All';
  }

  get isLoading(): boolean {
    return !this.shown && !this.isEmpty && !this.shownError && !this.hasNoAccess && !this.isMissing;
  }

  /** Whether a segment has no totals of the chosen day. */
  get isMissing(): boolean {
    return this.isTotals && this.all !== undefined && !this.isEmpty && !this.shown;
  }

  get hasEmptyBook(): boolean {
    return this.book?.accounts === 0;
  }

  get hasTotals(): boolean {
    return this.shown !== undefined && !this.hasEmptyBook;
  }

  get hasFilters(): boolean {
    return this.isTotals && this.days.length > 0;
  }

  /** The totals that the page tells of. */
  get shown(): Totals | undefined {
    if (this.isBook) return this.book;
    return this.chosenDay ? this.all?.find(({ asOf }) => asOf === this.chosenDay) : this.all?.[0];
  }

  get asOf(): string {
    return this.shown?.asOf ?? this.chosenDay ?? '';
  }

  get isLatest(): boolean {
    return this.isBook || this.asOf === this.all?.[0]?.asOf;
  }

  get before(): Totals | null {
    return this.isBook ? null : quarterBefore(this.all ?? [], this.asOf);
  }

  /** The day that the numbers are compared with; empty without one. */
  get beforeDay(): string {
    return this.before?.asOf ?? '';
  }

  get headline(): string {
    const of = this.isBook ? 'the customers that you look after' : this.segment.label;
    const against = this.before ? `, compared with ${formatDay(this.before.asOf)}` : '';
    return `${formatDay(this.asOf)}: ${of}${against}.`;
  }

  get tiles(): (ExecutiveTileView & { isOpen: boolean })[] {
    const totals = this.shown;
    if (!totals) return [];
    const trend = trendOf(this.all ?? [], this.asOf);
    const tiles = this.isBook ? viewBookTiles(totals) : viewTiles({ totals, before: this.before, trend });
    return tiles.map((tile) => ({
      ...tile,
      isOpen: tile.key === this.opened?.measure && !this.opened.csmId,
    }));
  }

  get sentences(): Sentence[] {
    const totals = this.shown;
    if (!totals) return [];
    const { risers, fallers } = this.movers ?? { risers: [], fallers: [] };
    return tellStory({ totals, before: this.before, risers, fallers, csms: this.csms });
  }

  get bands(): SplitPart[] {
    return this.shown ? viewBands(this.shown) : [];
  }

  get health(): SplitPart[] {
    const isKept = this.day?.keptDays.includes(this.asOf);
    const counts = this.isLatest ? this.pulse?.health : isKept && this.past?.health;
    return counts ? viewHealth(counts) : [];
  }

  get hasHealth(): boolean {
    return this.health.length > 0;
  }

  /** Who moved: of the newest day as the accounts say, of a day of the past as it was recorded. */
  get movers(): Pick<Pulse, 'risers' | 'fallers'> | undefined {
    if (this.isLatest) return this.hasParts ? this.pulse : undefined;
    const { recordedMovers, past } = this;
    return recordedMovers && past && nameMovers(recordedMovers, past.names);
  }

  get recordedMovers(): RecordedMovers | undefined {
    return this.all?.find(({ asOf }) => asOf === this.asOf)?.movers ?? undefined;
  }

  get csms(): Day['csms'] {
    return (this.hasParts && this.day?.csms) || [];
  }

  /** Whether what stands beside the totals is of the same segment and day. */
  get hasParts(): boolean {
    return this.isBook || this.isDayLoaded;
  }

  get hasLoad(): boolean {
    return this.csms.length > 0;
  }

  get scopes(): { label: string; value: string }[] {
    return scopeOptions(this.segments);
  }

  get segmentValues(): { label: string; value: string }[] {
    return segmentOptions(this.segments, this.segment.scope, this.day?.names ?? new Map<string, string>());
  }

  get chosenOrNewestDay(): string {
    return this.chosenDay ?? this.days[0]?.value ?? '';
  }

  get selection(): Selection | undefined {
    const totals = this.shown;
    if (!this.opened || !totals) return undefined;
    const segment = this.isBook ? MY_BOOK : this.segment;
    const { isLatest, csms } = this;
    const keptDays = this.day?.keptDays ?? [];
    return select(this.opened.measure, this.opened.csmId, { totals, segment, isLatest, keptDays, csms });
  }

  get showsAnswers(): boolean {
    return this.selection?.measure === 'nps';
  }

  get showsAlerts(): boolean {
    return this.selection?.measure === 'openAlerts';
  }

  get showsAccounts(): boolean {
    return this.selection !== undefined && !this.showsAnswers && !this.showsAlerts;
  }

  handleScope(event: CustomEvent<{ scope: Scope }>): void {
    const { scope } = event.detail;
    if (scope === 'All') {
      this.show(ALL_CUSTOMERS);
      return;
    }
    this.segment = { scope, value: '', label: '' };
    const [first] = this.segmentValues;
    if (first) this.show({ scope, ...first });
  }

  handleSegment(event: CustomEvent<{ value: string }>): void {
    const chosen = this.segmentValues.find(({ value }) => value === event.detail.value);
    if (chosen) this.show({ scope: this.segment.scope, ...chosen });
  }

  handleDay(event: CustomEvent<{ day: string }>): void {
    this.chosenDay = event.detail.day;
    this.past = undefined;
    this.askForDay();
  }

  handleOpen(event: CustomEvent<{ measure: MeasureKey; csmId?: string }>): void {
    const { measure, csmId } = event.detail;
    this.opened = { measure, csmId };
  }

  handleClose(): void {
    const { measure } = this.opened ?? {};
    this.opened = undefined;
    const tile = this.template?.querySelector<HTMLElement & { focusNumber(): void }>(
      `c-cs-executive-tile[data-key="${measure}"]`,
    );
    tile?.focusNumber();
  }

  handlePrint(): void {
    window.print();
  }

  async reload(): Promise<void> {
    await Promise.all([...this.#refreshes.values()].map((refresh) => refresh?.()));
  }

  show(segment: Segment): void {
    this.segment = segment;
    this.all = undefined;
    this.opened = undefined;
    this.past = undefined;
    this.totalsVariables = totalsVariables(segment);
  }

  askForDay(): void {
    if (this.asOf === '') return;
    const days = { asOf: this.asOf, before: this.before?.asOf ?? null };
    const variables = dayVariables(days, this.segment, this.segments);
    if (JSON.stringify(variables) === JSON.stringify(this.dayVariables)) return;
    this.isDayLoaded = false;
    this.dayVariables = variables;
  }

  /** Of the newest day the accounts themselves tell; of a day before, what was kept of it. */
  askForPast(): void {
    const movers = idsOf(this.recordedMovers ?? null);
    this.pastVariables = this.isLatest ? undefined : pastVariables(this.asOf, this.segment, movers);
  }
}
