import type { RiskBand } from './band.ts';
import type { IsoDate } from './dates.ts';
import type { Change } from './find-changes.ts';

/** Who and what an account is, as far as a change of it is worth a line in its story. */
export interface AccountFacts {
  owner: Person | null;
  csm: Person | null;
  tier: string | null;
  status: string | null;
  renewalDate: IsoDate | null;
  /** Null where usage is not known. */
  lowUsage: boolean | null;
  usageDown: boolean | null;
}

export interface Person {
  id: string;
  name: string;
}

/** The values of `CS_Account_Change__c.CS_Type__c`. */
export type ChangeType =
  | 'Risk Band'
  | 'Risk Override'
  | 'Scoring Configuration'
  | 'CSM'
  | 'Owner'
  | 'Tier'
  | 'Status'
  | 'Renewal Date'
  | 'Usage Alarm';

/** Something that happened to an account. `from` and `to` are words for a reader. */
export interface AccountChange {
  type: ChangeType;
  from: string | null;
  to: string | null;
  reason: string | null;
}

/** What a score came to. */
interface Outcome {
  score: number | null;
  band: RiskBand | null;
}

/** The length of the text fields of a change. */
const MAX_LENGTH = 255;

/** What happened to an account between two readings. The first reading is where it starts: nothing happened before. */
export function findAccountChanges(before: AccountFacts | null, now: AccountFacts): AccountChange[] {
  if (!before) return [];
  const word = (type: ChangeType, from: string | null, to: string | null) =>
    from === to ? [] : [changeOf(type, from, to)];
  const person = (type: ChangeType, from: Person | null, to: Person | null) =>
    from?.id === to?.id ? [] : [changeOf(type, from?.name ?? null, to?.name ?? null)];
  return [
    ...person('Owner', before.owner, now.owner),
    ...person('CSM', before.csm, now.csm),
    ...word('Tier', before.tier, now.tier),
    ...word('Status', before.status, now.status),
    ...word('Renewal Date', before.renewalDate, now.renewalDate),
    ...word('Usage Alarm', alarmOf(before), alarmOf(now)),
  ];
}

/** A change of the band, with what moved the score most. Null while there was no band or is none. */
export function findBandChange(before: Outcome, now: Outcome & { changes: Change[] }): AccountChange | null {
  if (before.band === null || now.band === null || before.band === now.band) return null;
  return changeOf('Risk Band', before.band, now.band, tellMove(before, now));
}

/** A change of configuration that moved the score or the band of an account. */
export function findConfigChange(
  versions: { from: string; to: string },
  before: Outcome,
  now: Outcome,
): AccountChange | null {
  if (before.score === now.score && before.band === now.band) return null;
  const say = ({ score, band }: Outcome) => (score === null ? 'no score' : `${score} (${band})`);
  const reason = `Under the other configuration the risk is ${say(now)} instead of ${say(before)}.`;
  return changeOf('Scoring Configuration', versions.from, versions.to, reason);
}

/**
 * The facts with the alarms that are not known any more as they were: a feed that stops neither raises nor ends an
 * alarm.
 */
export function carryAlarms(before: AccountFacts | null, now: AccountFacts): AccountFacts {
  return {
    ...now,
    lowUsage: now.lowUsage ?? before?.lowUsage ?? null,
    usageDown: now.usageDown ?? before?.usageDown ?? null,
  };
}

function alarmOf({ lowUsage: low, usageDown: down }: AccountFacts): string | null {
  if (low && down) return 'Usage low and down';
  if (low) return 'Usage low';
  return down ? 'Usage down' : null;
}

function tellMove(before: Outcome, { score, changes }: Outcome & { changes: Change[] }): string {
  const move = before.score === null ? `Risk is ${score}` : `Risk went from ${before.score} to ${score}`;
  const [first] = changes;
  if (!first) return `${move}.`;
  const sign = first.delta > 0 ? '+' : '';
  return `${move}: ${first.label} ${sign}${first.delta}. ${first.cause.text}.`;
}

/** A change of an account, its words cut to what the fields hold. */
export function changeOf(
  type: ChangeType,
  from: string | null,
  to: string | null,
  reason: string | null = null,
): AccountChange {
  const cut = (text: string | null) =>
    text !== null && text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
  return { type, from: cut(from), to: cut(to), reason: cut(reason) };
}
