import { formatNumber } from 'c/csFormat';
import type { HealthScore } from 'c/csAccountStory';
import { onDay } from './timelineEvent';
import type { TimelineEvent } from './timelineEvent';

/** A calculated score that moved less than this is no event; the companion's own threshold for a steady health. */
const STEADY_POINTS = 5;

/**
 * The scores that are worth telling: every one that a person set, and calculated ones that moved.
 *
 * @param scores newest first
 * @param hasMore whether older ones exist: what the oldest moved from is then not known yet, and told by the next
 *   page, which begins with that score again
 */
export function healthEvents(scores: readonly HealthScore[], hasMore: boolean): TimelineEvent[] {
  return scores.flatMap((score, index) => {
    if (score.source === 'Manual') return [event(score, `Health set to ${formatNumber(score.score)}`)];
    const before = scores.slice(index + 1).find(({ source }) => source === 'Calculated');
    if (!before) return hasMore ? [] : [event(score, `First health score: ${formatNumber(score.score)}`)];
    const moved = score.score - before.score;
    if (Math.abs(moved) < STEADY_POINTS) return [];
    const from = formatNumber(before.score);
    return [
      event(score, `Health ${moved > 0 ? 'rose' : 'fell'} from ${from} to ${formatNumber(score.score)}`),
    ];
  });
}

function event(score: HealthScore, title: string): TimelineEvent {
  return {
    id: `${score.id}:scored`,
    ...onDay(score.day),
    kind: 'health',
    title,
    summary: score.comment,
    body: '',
    isRich: false,
    facts: [],
    person: score.by,
    recordId: score.id,
    objectApiName: 'CS_Health_Score__c',
  };
}
