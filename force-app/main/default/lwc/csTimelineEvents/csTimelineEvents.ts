/** What the timeline of an account asks for, and the events that it makes of the answers. */
export { plainText } from './plainText';
export { readStoryPages } from './storyEvents';
export { TIMELINE_ACTIVITIES } from './timelineActivitiesQuery';
export { KINDS, kindView } from './timelineEvent';
export { TIMELINE_OLDER_STORY } from './timelineOlderQuery';
export { TIMELINE_RECORDS } from './timelineRecordsQuery';
export { firstStarts, readPages, sourcesOf, unreadSource, variablesOf } from './timelineSources';
export { readUpcoming, upcomingItems } from './upcoming';
export type { StorySource } from './storyEvents';
export type { EventNode, TaskNode, TimelineActivitiesData } from './timelineActivitiesQuery';
export type { KindView, TimelineEvent, TimelineKind } from './timelineEvent';
export type { FeedName, Pages, SourceName, Starts } from './timelineSources';
export type { UpcomingItem } from './upcoming';
