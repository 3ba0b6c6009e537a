/** What the components of an account page read of its story, so that the page asks for it once. */
export { ACCOUNT_STORY, STORY_PAGE_SIZES, storyVariables } from './csAccountStoryQuery';
export { readStory } from './csAccountStoryModel';
export type { UsagePeriod } from './storyUsage';
export type { AccountStoryData, Connection } from './csAccountStoryNodes';
export type {
  AccountStory,
  BandByHand,
  EscalatedCase,
  HealthScore,
  NpsAnswer,
  Page,
  PlaybookOffer,
  PlaybookRun,
  PlaybookRunStep,
  StoryChange,
  Ticket,
} from './csAccountStoryModel';
