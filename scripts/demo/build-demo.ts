import type { CalendarDay } from '../dates/calendar-day.ts';
import { readStarterPlaybooks } from '../starter/starter-playbooks.ts';
import { DEMO_ACCOUNTS } from './accounts.ts';
import { buildAccountSnapshots } from './build-account-snapshots.ts';
import { buildAccount } from './build-account.ts';
import { buildAccountChanges } from './build-account-changes.ts';
import { buildActivities } from './build-activities.ts';
import { buildBooks } from './build-books.ts';
import { buildCases } from './build-cases.ts';
import { buildContacts } from './build-contacts.ts';
import { buildHealthScores } from './build-health-scores.ts';
import { buildNotes } from './build-notes.ts';
import { buildPlaybookRuns } from './build-playbook-runs.ts';
import { buildNpsInbox } from './build-nps-inbox.ts';
import { buildNpsResponses } from './build-nps-responses.ts';
import { buildOverrides } from './build-overrides.ts';
import { buildUsageSnapshots } from './build-usage-snapshots.ts';
import { STORIES } from './stories/stories.ts';
import type { ChildRecord, DemoData, Tale } from './types.ts';
import { variation } from './variation.ts';

/**
 * The whole demo as records, every date counted from `today`. The same day gives the same records; another day
 * gives the same keys with later dates, so that loading it again moves the demo on instead of doubling it.
 */
export function buildDemo(today: CalendarDay): DemoData {
  const tales: readonly Tale[] = DEMO_ACCOUNTS.map((account) => ({
    today,
    account,
    story: STORIES[account.story],
    vary: variation(account.key),
  }));
  const playbooks = readStarterPlaybooks();
  const activities = tales.map((tale) => children(tale, buildActivities(tale)));
  const accounts = tales.map((tale) => ({
    key: tale.account.key,
    csm: tale.account.csm,
    fields: buildAccount(tale),
  }));
  const contacts = tales.map((tale) => children(tale, buildContacts(tale)));
  return {
    today,
    accounts,
    contacts: contacts.flat(),
    healthScores: tales.flatMap((tale) => children(tale, buildHealthScores(tale))),
    usageSnapshots: tales.flatMap((tale) => children(tale, buildUsageSnapshots(tale))),
    accountSnapshots: tales.flatMap((tale) => children(tale, buildAccountSnapshots(tale))),
    cases: tales.flatMap((tale) => children(tale, buildCases(tale))),
    tasks: activities.flat().filter(({ fields }) => 'ActivityDate' in fields),
    events: activities.flat().filter(({ fields }) => 'StartDateTime' in fields),
    notes: tales.flatMap((tale) => children(tale, buildNotes(tale))),
    playbookRuns: tales.flatMap((tale) => buildPlaybookRuns(tale, playbooks)),
    npsResponses: tales.flatMap((tale, index) => {
      const people = contacts[index]!;
      const newestOn = accounts[index]!.fields['CS_NPS_Date__c'] as string | null;
      return buildNpsResponses(tale, people.length, newestOn).map(({ person, fields }) => ({
        account: tale.account.key,
        contact: String(people[person]!.fields['Email']),
        fields,
      }));
    }),
    accountChanges: tales.flatMap((tale) => children(tale, buildAccountChanges(tale))),
    npsInbox: buildNpsInbox(today),
    riskOverrides: tales.flatMap((tale) => children(tale, buildOverrides(tale))),
    books: buildBooks(tales),
  };
}

function children(tale: Tale, records: readonly ChildRecord['fields'][]): ChildRecord[] {
  return records.map((fields) => ({ account: tale.account.key, fields }));
}
