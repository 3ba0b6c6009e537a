/** What the timeline of an account asks for, and the events that it makes of the answers. */
export { plainText } from './plainText';
export { readStoryPages } from './storyEvents';
export { TIMELINE_ACTIVITIES } from './activitiesQuery';
export { KINDS, kindView } from './timelineEvent';
export { TIMELINE_OLDER_STORY } from './olderStoryQuery';
export { TIMELINE_OLDER_CASES } from './olderCasesQuery';
export { TIMELINE_OLDER_NOTES } from './olderNotesQuery';
export { TIMELINE_RECORDS } from './recordsQuery';
export { firstStarts, readPages, sourcesOf, unreadSource, variablesOf } from './timelineSources';
export { readUpcoming, upcomingItems } from './upcoming';
export type { StorySource } from './storyEvents';
export type { EventNode, TaskNode, TimelineActivitiesData } from './timelineActivities';
export type { KindView, TimelineEvent, TimelineKind } from './timelineEvent';
export type { FeedName, Pages, PagingFeed, SourceName, Starts } from './timelineSources';
export type { UpcomingItem } from './upcoming';
