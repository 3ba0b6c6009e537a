import { addDays, monthStart, type CalendarDay } from '../dates/calendar-day.ts';
import { seededRandom } from '../demo/seeded-random.ts';
import type { Tier } from '../demo/types.ts';
import type { BookEntry } from '../workload/build-workload-history.ts';
import type { RecordFields } from '../org-client/org-client.ts';
import { companyOf } from './names.ts';

/** Every external key of generated data begins so. */
export const KEY_PREFIX = 'generated:';
/** The touch that every generated account has once. */
export const TOUCH_SUBJECT = 'Check-in';

/** Of every hundred customers: few large ones, many small ones. */
const TIERS: readonly { tier: Tier; upTo: number; arr: readonly [number, number]; seats: number }[] = [
  { tier: 'Strategic', upTo: 0.04, arr: [400_000, 1_200_000], seats: 1500 },
  { tier: 'Enterprise', upTo: 0.2, arr: [120_000, 400_000], seats: 500 },
  { tier: 'Growth', upTo: 0.5, arr: [35_000, 120_000], seats: 140 },
  { tier: 'Scale', upTo: 1, arr: [6_000, 35_000], seats: 40 },
];
const COUNTRIES = ['United States', 'Germany', 'United Kingdom', 'France', 'Canada', 'Netherlands'];

/** An account with what hangs below it; references are keys, but for the CSM. */
export interface GeneratedAccount {
  readonly key: string;
  readonly csmId: string;
  readonly fields: RecordFields;
  readonly tasks: readonly RecordFields[];
  readonly usage: readonly RecordFields[];
  readonly cases: readonly RecordFields[];
  /** Null for a customer who left. */
  readonly book: BookEntry | null;
}

/** The account of a number: the same number and day give the same account, however many there are. */
export function generateAccount(
  index: number,
  csmIds: readonly string[],
  today: CalendarDay,
): GeneratedAccount {
  const key = `${KEY_PREFIX}${String(index).padStart(6, '0')}`;
  const random = seededRandom(key);
  const within = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const chance = (share: number): boolean => random() < share;

  const share = random();
  const { tier, arr: range, seats } = TIERS.find(({ upTo }) => share <= upTo)!;
  const arr = Math.round(within(...range) / 100) * 100;
  const isChurned = chance(0.04);
  const status = isChurned ? 'Churned' : chance(0.06) ? 'Onboarding' : chance(0.1) ? 'Renewing' : 'Active';
  const mood = random();
  const csmId = csmIds[Math.floor(random() * csmIds.length)]!;
  const renewalDate = addDays(today, within(isChurned ? -300 : -10, 364));
  const hasRenewal = !chance(0.03);
  return {
    key,
    csmId,
    fields: {
      CS_External_Key__c: key,
      ...namesOf(index),
      BillingCountry: COUNTRIES[within(0, COUNTRIES.length - 1)]!,
      OwnerId: csmId,
      CS_Manager__c: csmId,
      CS_Tier__c: tier,
      CS_Status__c: status,
      CS_ARR__c: isChurned ? 0 : arr,
      CS_Renewal_Date__c: hasRenewal ? renewalDate : null,
      CS_Next_Scheduled__c: chance(0.5) ? addDays(today, within(-12, 45)) : null,
      CS_NPS_Score__c: chance(0.6) ? Math.min(10, Math.round(mood * 7 + random() * 4)) : null,
      CS_NPS_Date__c: addDays(today, -within(5, 200)),
    },
    tasks: [
      touch(addDays(today, -within(1, mood < 0.3 ? 150 : 60))),
      ...(chance(0.12) ? [plan('Follow up on open questions', addDays(today, -within(1, 20)))] : []),
      ...(chance(0.2) ? [plan('Prepare the next review', addDays(today, within(1, 30)))] : []),
    ],
    usage: [1, 2].map((monthsAgo) => {
      const start = monthStart(today, monthsAgo);
      const active = seats * (0.15 + 0.75 * mood) * (monthsAgo === 1 && mood < 0.3 ? 0.6 : 1);
      return {
        CS_Key__c: `${key}:${start.slice(0, 7)}`,
        'CS_Account__r.CS_External_Key__c': key,
        CS_Period_Start__c: start,
        CS_Period_Days__c: 30,
        CS_Active_Users__c: Math.round(active),
        CS_Licensed_Seats__c: seats,
      };
    }),
    cases: chance(mood < 0.3 ? 0.7 : 0.15) ? [openCase(key, mood < 0.15)] : [],
    book: isChurned
      ? null
      : {
          key,
          tier,
          arr,
          renewalDate,
          atRiskFrom: mood < 0.08 ? addDays(today, -within(1, 100)) : null,
        },
  };
}

function namesOf(index: number): RecordFields {
  const { name, industry } = companyOf(index);
  return { Name: name, Industry: industry };
}

function touch(day: CalendarDay): RecordFields {
  return {
    Subject: TOUCH_SUBJECT,
    ActivityDate: day,
    Status: 'Completed',
    Priority: 'Normal',
    TaskSubtype: 'Call',
  };
}

function plan(subject: string, day: CalendarDay): RecordFields {
  return {
    Subject: subject,
    ActivityDate: day,
    Status: 'Not Started',
    Priority: 'Normal',
    TaskSubtype: 'Task',
  };
}

function openCase(key: string, isSevere: boolean): RecordFields {
  return {
    CS_External_Key__c: `${key}:case`,
    'Account.CS_External_Key__c': key,
    Subject: isSevere ? 'Nothing works since the update' : 'How do we set this up?',
    Priority: isSevere ? 'High' : 'Medium',
    Status: 'New',
    IsEscalated: isSevere,
  };
}
