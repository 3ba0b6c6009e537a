import { formatDay, isDay } from 'c/csFormat';
import type { AccountStory, HealthScore, NpsAnswer, Page, StoryChange } from 'c/csAccountStory';
import type { SourcePage } from 'c/csTimelineMerge';
import { healthEvents } from './healthEvents';
import { runEvents } from './runEvents';
import { firstLine } from './plainText';
import { atMoment, atOfDay, atOfMoment, factsOf, onDay } from './timelineEvent';
import type { TimelineEvent, TimelineKind } from './timelineEvent';

/** The sources that the story of an account feeds. */
export type StorySource = 'scores' | 'answers' | 'changes' | 'runs';

const KIND_OF_CHANGE: Record<string, TimelineKind> = {
  'Risk Band': 'risk',
  'Risk Override': 'risk',
  'Scoring Configuration': 'risk',
  CSM: 'ownership',
  Owner: 'ownership',
  'Usage Alarm': 'usage',
};

/** The first page of each source of the story. */
export function readStoryPages(story: AccountStory): Record<StorySource, SourcePage<TimelineEvent>> {
  const { scores, answers, changes, runs } = story;
  return {
    scores: scorePage(scores),
    answers: pageOf(answers, answers.items.map(answerEvent), answers.items.at(-1)?.day, atOfDay),
    changes: pageOf(changes, changes.items.map(changeEvent), changes.items.at(-1)?.at, atOfMoment),
    // Steps are in the order of their due dates, so a second page could hold any time: the first has to do.
    runs: pageOf({ ...runs, nextCursor: null }, runs.items.flatMap(runEvents), undefined, atOfDay),
  };
}

/** The next page has to begin with the last calculated score, to tell what it moved from. */
function scorePage(scores: Page<HealthScore>): SourcePage<TimelineEvent> {
  const { items, nextCursor } = scores;
  const reached = items.findLast(({ source }) => source === 'Calculated') ?? items.at(-1);
  return pageOf(scores, healthEvents(items, nextCursor !== null), reached?.day, atOfDay);
}

function pageOf(
  { nextCursor }: Page<unknown>,
  entries: TimelineEvent[],
  reachedValue: string | undefined,
  at: (value: string) => string,
): SourcePage<TimelineEvent> {
  return {
    entries,
    hasMore: nextCursor !== null,
    reachedValue: reachedValue ?? null,
    reachedAt: reachedValue === undefined ? null : at(reachedValue),
    endCursor: nextCursor,
  };
}

function answerEvent({ id, day, score, survey, comment, contact }: NpsAnswer): TimelineEvent {
  return {
    id: `${id}:answered`,
    ...onDay(day),
    kind: 'nps',
    title: `NPS ${score}, ${npsCategory(score)}`,
    summary: firstLine(comment),
    body: comment,
    isRich: false,
    facts: factsOf({ Survey: survey }),
    person: contact,
    recordId: id,
    objectApiName: 'CS_NPS_Response__c',
  };
}

/** Promoter, passive or detractor. https://www.netpromotersystem.com/about/measuring-your-net-promoter-score/ */
function npsCategory(score: number): string {
  if (score >= 9) return 'promoter';
  return score >= 7 ? 'passive' : 'detractor';
}

function changeEvent({ id, type, from, to, at, reason }: StoryChange): TimelineEvent {
  const [before, after] = [from, to].map(readable);
  return {
    id: `${id}:changed`,
    ...atMoment(at),
    kind: KIND_OF_CHANGE[type] ?? 'account',
    title: `${type}: ${[before, after || 'none'].filter(Boolean).join(' → ')}`,
    summary: firstLine(reason),
    body: reason.length > firstLine(reason).length ? reason : '',
    isRich: false,
    facts: [],
    person: '',
    recordId: null,
    objectApiName: 'CS_Account_Change__c',
  };
}

function readable(value: string): string {
  return isDay(value) ? formatDay(value) : value;
}
