/** Pages of several kinds of records, merged into one feed that never drops or repeats an entry. */
export { addPage, closedSource, newSource, renewFirstPage } from './timelineSource';
export { timelineMerge } from './timelineMerge';
export type { PageStart, Source, SourcePage, TimelineEntry } from './timelineSource';
export type { Merged, Wanted } from './timelineMerge';
