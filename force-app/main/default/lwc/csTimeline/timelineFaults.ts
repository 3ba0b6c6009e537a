import type { SourceName } from 'c/csTimelineEvents';
import type { Origin, TimelineState } from './timelineState';

/** What each origin or source brings, as a user calls it. */
const CONTENTS: Partial<Record<Origin | SourceName, string>> = {
  story: 'Health changes, NPS answers, playbooks and account changes',
  records: 'Notes and cases',
  activities: 'Calls, meetings, emails and tasks',
  olderStory: 'Older health changes, NPS answers and account changes',
  olderNotes: 'Older notes',
  olderCases: 'Older cases',
  notes: 'Notes',
  opened: 'Cases',
};

/** One sentence for each kind that the user may not read. */
export function deniedSentences({ denied }: TimelineState): string[] {
  return Object.entries(CONTENTS)
    .filter(([name]) => denied.has(name as Origin | SourceName))
    .map(([, contents]) => `${contents} are not shown: you have no access.`);
}

/** What could not be loaded, with what can be tried again. */
export interface Failure {
  origin: Origin;
  heading: string;
  errors: unknown;
}

/** What failed, each with a heading. */
export function failuresOf({ failures }: TimelineState): Failure[] {
  return (Object.keys(failures) as Origin[]).map((origin) => ({
    origin,
    heading: `${CONTENTS[origin] ?? 'Some events'} could not be loaded`,
    errors: failures[origin],
  }));
}
