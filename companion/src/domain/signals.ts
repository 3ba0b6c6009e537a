import type { RiskBand } from './band.ts';
import type { IsoDate } from './dates.ts';

/** A record of the org that a reader can open to see where a number comes from. */
export interface RecordRef {
  object: string;
  id: string;
  label: string;
}

/** A completed task or a note of a talk (done), an event of any day, or an open task. `on`: when done, or due. */
export interface ActivitySignal extends RecordRef {
  kind: 'done' | 'event' | 'open';
  on: IsoDate;
}

/** A case of the last year, or an older one that is still open. */
export interface CaseSignal extends RecordRef {
  openedOn: IsoDate;
  open: boolean;
  priority: string | null;
  escalated: boolean;
  /** How the customer rated it; absent where nobody did. */
  satisfaction?: 'Good' | 'Bad';
}

/** What one period of usage says; null where the source does not count it. */
export interface UsageSignal {
  id: string;
  periodStart: IsoDate;
  periodDays: number;
  activeUsers: number | null;
  licensedSeats: number | null;
  logins: number | null;
  apiCalls: number | null;
}

/** What an account did day by day, in one measure, as far back as it is compared with. */
export interface UsageDaysSignal {
  measure: 'activeUsers' | 'logins' | 'apiCalls';
  /** The day of the first value; the others follow day by day. */
  from: IsoDate;
  /** Null for a day that is not known. */
  values: (number | null)[];
}

/** An NPS answer, or what several come to: 0–10, and the day of the newest. */
export interface NpsValue {
  score: number;
  on: IsoDate | null;
}

/** One answer to the question whether the customer would recommend us, 0–10. */
export interface NpsAnswerSignal extends RecordRef {
  score: number;
  on: IsoDate;
  /** Who answered; without a contact each answer stands for a person of its own. */
  contactId: string | null;
}

/** A health score of the past: one that a person set, or one that was calculated. */
export interface HealthScoreSignal {
  id: string;
  score: number;
  on: IsoDate;
  source: 'Manual' | 'Calculated';
  /** Breaks ties within a day: the later record counts. */
  createdAt: string;
}

/** A step of a playbook run. `doneOn` is null while it is open, and when it was skipped. */
export interface RunStepSignal {
  id: string;
  label: string;
  /** Its place in the run. */
  order: number;
  doneOn: IsoDate | null;
}

/** A playbook that is under way, or was completed lately. */
export interface PlaybookRunSignal {
  id: string;
  label: string;
  startedOn: IsoDate;
  status: 'Active' | 'Completed';
  steps: RunStepSignal[];
}

/** A band that a person set in place of the calculated one. */
export interface OverrideSignal {
  id: string;
  band: RiskBand;
  reason: string;
  /** Who set it; null where the org does not say. */
  by: string | null;
  setOn: IsoDate;
  expiresOn: IsoDate;
  /** When somebody ended it early, and who; null while nobody has. */
  endedOn: IsoDate | null;
  endedBy: string | null;
}

/** A health that people keep on the account itself, and since when it stands there. */
export interface EnteredHealth {
  value: number;
  on: IsoDate;
  /** The org's own field that is mapped to health: what stands there counts for as long as it does. */
  source?: string;
}

/**
 * All that is known of one account, in absolute dates, so that the same signals can be scored as of any day.
 * The order of the lists carries no meaning.
 */
export interface AccountSignals {
  accountId: string;
  tier: string | null;
  cadenceDays: number | null;
  renewalDate: IsoDate | null;
  /** The NPS that the account itself shows. It counts only while there are no answers. */
  nps: NpsValue | null;
  /** The latest answer of each person. Not in signals that were kept before answers were read. */
  npsAnswers?: NpsAnswerSignal[];
  /** What of `nps` the companion wrote from answers that are all gone: nobody stands behind it any more. */
  lapsedNps?: NpsValue;
  /** The next touchpoint that a person planned on the account itself. */
  nextScheduled: IsoDate | null;
  /** A health typed straight into the account, not by the companion, or what stands in a field of the org's own. */
  enteredHealth: EnteredHealth | null;
  activities: ActivitySignal[];
  cases: CaseSignal[];
  usage: UsageSignal[];
  /** Absent where the companion counts no days of the account. */
  usageDays?: UsageDaysSignal;
  healthScores: HealthScoreSignal[];
  /** Absent in scores that were kept before there were playbooks. */
  runs?: PlaybookRunSignal[];
  /** The band that was last set by hand, whether or not it holds. Absent where none was. */
  override?: OverrideSignal;
  /** The calculated band of the score before, by which a band holds on. Absent or null: there was none. */
  previousBand?: RiskBand | null;
}
