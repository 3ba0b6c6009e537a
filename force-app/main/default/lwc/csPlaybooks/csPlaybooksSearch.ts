import type { PlaybookRun } from 'c/csAccountStory';

/** The clocks of browser and org may differ by this much. */
const CLOCK_SLACK_MS = 60_000;
const LOOK_BACK_MS = 14 * 86_400_000;

/** For which step activities are looked for, and since when. */
export interface Search {
  stepId: string;
  /** ISO 8601 */
  since: string;
  /** Whether the user wants to choose, even if there is one only. */
  asks: boolean;
}

/** From when on an activity may have come of a step: since its form was opened, or of the last two weeks. */
export function searchSince(openedAt?: Date): string {
  const from = openedAt ? openedAt.getTime() - CLOCK_SLACK_MS : Date.now() - LOOK_BACK_MS;
  return new Date(from).toISOString();
}

/** The activities that no step has claimed. */
export function unlinked<Item extends { id: string }>(
  activities: readonly Item[],
  runs: readonly PlaybookRun[],
): Item[] {
  const claimed = new Set(runs.flatMap(({ steps }) => steps.map(({ relatedId }) => relatedId)));
  return activities.filter(({ id }) => !claimed.has(id));
}
