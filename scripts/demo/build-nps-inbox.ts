import { addDays, type CalendarDay } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { demoKey } from './demo-key.ts';

/** An answer that matched no account, and the demo accounts that it may belong to, each with the reason. */
export interface InboxRecord {
  readonly fields: RecordFields;
  readonly suggestions: readonly { readonly account: string; readonly why: string }[];
}

interface Unmatched {
  readonly key: string;
  readonly daysAgo: number;
  readonly score: number;
  readonly name: string;
  readonly email: string | null;
  readonly company: string | null;
  readonly comment: string | null;
  readonly source: string;
  readonly suggestions: InboxRecord['suggestions'];
}

const UNMATCHED: readonly Unmatched[] = [
  {
    key: 'colleague',
    daysAgo: 2,
    score: 3,
    name: 'Petra Lindholm',
    email: 'petra.lindholm@halcyon-health-group.example',
    company: 'Halcyon Health',
    comment: 'The nightly sync still loses records, and nobody told us when it will be mended.',
    source: 'Typeform',
    suggestions: [
      {
        account: 'halcyon-health-group',
        why: '7 contacts have an address at halcyon-health-group.example.',
      },
    ],
  },
  {
    key: 'namesake',
    daysAgo: 5,
    score: 9,
    name: 'Tomas Rey',
    email: 'tomas.rey@gmail.com',
    company: 'Orbital Freight BV',
    comment: 'Since the outage everything has been fast, and support calls back within the hour.',
    source: 'Delighted',
    suggestions: [{ account: 'orbital-freight', why: 'Its name resembles "Orbital Freight BV".' }],
  },
  {
    key: 'two-of-them',
    daysAgo: 9,
    score: 7,
    name: 'Ingrid Moss',
    email: 'ingrid@meridian.example',
    company: 'Meridian',
    comment: null,
    source: 'Typeform',
    suggestions: [{ account: 'meridian-mutual', why: 'Its name resembles "Meridian".' }],
  },
  {
    key: 'nobody',
    daysAgo: 12,
    score: 6,
    name: 'Anonymous',
    email: null,
    company: null,
    comment: 'Too many clicks to get a report out.',
    source: 'Typeform',
    suggestions: [],
  },
];

/** The answers of the demo that wait for a person. */
export function buildNpsInbox(today: CalendarDay): InboxRecord[] {
  return UNMATCHED.map(({ key, daysAgo, score, name, email, company, comment, source, suggestions }) => ({
    fields: {
      CS_Key__c: demoKey('inbox', key),
      CS_Score__c: score,
      CS_Responded_On__c: addDays(today, -daysAgo),
      CS_Name__c: name,
      CS_Email__c: email,
      CS_Company__c: company,
      CS_Comment__c: comment,
      CS_Survey__c: 'Relationship survey',
      CS_Source__c: source,
    },
    suggestions,
  }));
}
