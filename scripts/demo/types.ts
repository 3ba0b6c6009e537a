import type { CalendarDay } from '../dates/calendar-day.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import type { BookEntry } from '../workload/build-workload-history.ts';
import type { InboxRecord } from './build-nps-inbox.ts';
import type { PersonaKey } from './personas.ts';
import type { StoryName } from './stories/stories.ts';
import type { Variation } from './variation.ts';

/** The values of `Account.CS_Tier__c`. */
export type Tier = 'Strategic' | 'Enterprise' | 'Growth' | 'Scale';

/** The values of `Account.CS_Status__c`. */
export type AccountStatus = 'Onboarding' | 'Active' | 'Renewing' | 'Churned';

/** A pattern that people in customer success recognise; accounts take one and vary it. */
export interface Story {
  /** Why the demo has it: what a person should learn from looking at such an account. */
  readonly reason: string;
  readonly status: AccountStatus;
  /** Health by month, oldest first, the last one this month; `null` where nobody set one. */
  readonly health: readonly (number | null)[];
  /** What the CSM wrote beside a score she set by hand: months ago → comment. */
  readonly healthComments?: Readonly<Record<number, string>>;
  /** Share of the licensed seats that were active, by month, oldest first; `null` where none was recorded. */
  readonly usage: readonly (number | null)[];
  readonly cases: readonly CaseStory[];
  /** What was done with the customer, newest first. */
  readonly touches: readonly TouchStory[];
  /** What is planned: days from today (negative: it is overdue). */
  readonly plans: readonly PlanStory[];
  /** Days to the next scheduled touchpoint (negative: overdue); `null` when none is scheduled. */
  readonly nextTouchInDays: number | null;
  readonly nps: { readonly score: number; readonly daysAgo: number } | null;
  /** Values of `Account.CS_Tags__c`. */
  readonly tags: readonly string[];
}

/** A support case of a story. */
export interface CaseStory {
  readonly subject: string;
  readonly priority: 'High' | 'Medium' | 'Low';
  readonly openedDaysAgo: number;
  /** Absent while the case is open. */
  readonly closedDaysAgo?: number;
  readonly escalated?: boolean;
}

/** A conversation that took place. */
export interface TouchStory {
  readonly kind: 'call' | 'email' | 'meeting';
  readonly subject: string;
  readonly daysAgo: number;
}

/** A task or a meeting that is planned. */
export interface PlanStory {
  readonly kind: 'task' | 'meeting';
  readonly subject: string;
  readonly inDays: number;
}

/** One demo account: who it is, and which story it tells. */
export interface DemoAccount {
  readonly key: string;
  readonly name: string;
  readonly industry: string;
  readonly country: string;
  readonly tier: Tier;
  /** Annual recurring revenue in the org's currency. */
  readonly arr: number;
  readonly seats: number;
  readonly csm: PersonaKey;
  readonly story: StoryName;
  /** Days to the renewal (negative: it is overdue); `null` where no date is agreed. */
  readonly renewalInDays: number | null;
}

/** One account, its story, and what sets it apart from others with the same story. */
export interface Tale {
  readonly today: CalendarDay;
  readonly account: DemoAccount;
  readonly story: Story;
  readonly vary: Variation;
}

/** A record of an account: the fields, without the reference to the account. */
export interface ChildRecord {
  readonly account: string;
  readonly fields: RecordFields;
  /** Email of the contact that it names; where it names one. */
  readonly contact?: string;
}

/** A playbook that was started: the run, and its steps in order. */
export interface DemoRun extends ChildRecord {
  readonly csm: PersonaKey;
  /** Key of the starter playbook. */
  readonly playbook: string;
  readonly steps: readonly RecordFields[];
}

/** The whole demo as records; references to accounts and users are still keys. */
export interface DemoData {
  readonly today: CalendarDay;
  readonly accounts: readonly {
    readonly key: string;
    readonly csm: PersonaKey;
    readonly fields: RecordFields;
  }[];
  readonly contacts: readonly ChildRecord[];
  readonly healthScores: readonly ChildRecord[];
  readonly usageSnapshots: readonly ChildRecord[];
  readonly accountSnapshots: readonly ChildRecord[];
  readonly cases: readonly ChildRecord[];
  readonly tasks: readonly ChildRecord[];
  readonly events: readonly ChildRecord[];
  readonly notes: readonly ChildRecord[];
  readonly playbookRuns: readonly DemoRun[];
  readonly npsResponses: readonly ChildRecord[];
  readonly accountChanges: readonly ChildRecord[];
  /** Answers that matched no account. */
  readonly npsInbox: readonly InboxRecord[];
  readonly riskOverrides: readonly ChildRecord[];
  /** What the workload of the past weeks is told from. */
  readonly books: ReadonlyMap<PersonaKey, readonly BookEntry[]>;
}
