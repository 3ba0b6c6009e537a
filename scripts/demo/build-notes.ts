import { addDays, type CalendarDay } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import type { Tale, TouchStory } from './types.ts';

const DAYS_A_MONTH = 30;
const TYPES: Readonly<Record<TouchStory['kind'], string>> = {
  call: 'Call',
  meeting: 'Meeting',
  email: 'Email',
};
const TEXTS: Readonly<Record<TouchStory['kind'], string>> = {
  call: 'Spoke for half an hour. Open points and who takes them are in the tasks.',
  meeting: 'All who decide were there. Minutes went out the same day.',
  email: 'Answered the same day. No open question left.',
};

/**
 * Notes of what was talked about, and internal ones of why a health was set by hand. The newest touch has none: a note
 * is a touchpoint too, and the story's last one stays the last.
 */
export function buildNotes({ today, story }: Tale): RecordFields[] {
  return [
    ...story.touches
      .slice(1)
      .map(({ kind, subject, daysAgo }) =>
        note(TYPES[kind], `<p><b>${subject}</b></p><p>${TEXTS[kind]}</p>`, addDays(today, -daysAgo)),
      ),
    ...Object.entries(story.healthComments ?? {}).map(([monthsAgo, comment]) =>
      note('Internal', `<p>${comment}</p>`, addDays(today, -Number(monthsAgo) * DAYS_A_MONTH - 1)),
    ),
  ];
}

function note(type: string, body: string, day: CalendarDay): RecordFields {
  return { CS_Type__c: type, CS_Body__c: body, CreatedDate: `${day}T16:30:00.000Z` };
}
