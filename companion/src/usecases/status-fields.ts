import type { FieldValues } from '../domain/account-fields.ts';
import type { FailedPush } from './ports.ts';
import type { Status } from './read-status.ts';

const SHOWN_RUNS = 10;
/** An org may say a lot of one record; what it begins with tells what to do. */
const ERROR_LENGTH = 400;

/** One check of the companion's health, and what to do where it is not well. */
export interface Finding {
  name: string;
  level: 'ok' | 'warn' | 'fail';
  detail: string;
  remedy: string | null;
}

/** What is reported, beside the status. */
export interface ReportedParts {
  status: Status;
  failures: FailedPush[];
  findings: Finding[];
}

/** The fields of `CS_Companion_Status__c` that change only when something happened. */
export function settledFields({ status, failures, findings }: ReportedParts): FieldValues {
  const { totals, stale, config, alertProblems, inbound, budget } = status;
  const last = lastEnded(status);
  const problems = [config?.problem, inbound.error, ...alertProblems].filter(Boolean);
  return {
    CS_Last_Run_Outcome__c: last?.state ?? null,
    CS_API_Share__c: budget?.percent ?? null,
    CS_Failed_Records__c: totals.writesSetAside,
    CS_Accounts__c: totals.accounts,
    CS_Stale_Accounts__c: stale.accounts,
    CS_Failures__c: JSON.stringify(failures.map(toFailure)),
    CS_Problems__c: JSON.stringify(problems),
    CS_Findings__c: JSON.stringify(findings),
  };
}

/** The fields that change with every run. */
export function passingFields({ status }: ReportedParts): FieldValues {
  const { lastRuns, budget, now, nextSyncAt } = status;
  const ended = lastRuns.filter(({ finishedAt }) => finishedAt !== null);
  return {
    CS_Reported_On__c: now,
    CS_Last_Run_On__c: ended[0]?.startedAt ?? null,
    CS_Last_Run_Ended__c: ended[0]?.finishedAt ?? null,
    CS_Next_Run_On__c: nextSyncAt,
    CS_Data_As_Of__c: ended.find(({ state }) => state === 'succeeded')?.startedAt ?? null,
    CS_API_Used__c: budget?.usage?.used ?? null,
    CS_API_Limit__c: budget?.usage?.limit ?? null,
    CS_Runs__c: JSON.stringify(ended.slice(0, SHOWN_RUNS).map(toRun)),
  };
}

/** Whether the last run did anything worth telling. */
export function didSomething({ status }: ReportedParts): boolean {
  const { state, counts } = lastEnded(status) ?? { state: 'succeeded', counts: null };
  return state !== 'succeeded' || [counts?.['scored'], counts?.['pushed'], counts?.['failed']].some(Boolean);
}

const lastEnded = ({ lastRuns }: Status) => lastRuns.find(({ finishedAt }) => finishedAt !== null);

function toRun({ startedAt, seconds, state, counts, error }: Status['lastRuns'][number]) {
  const { scored = 0, pushed = 0, failed = 0, full = false } = counts ?? {};
  return { startedAt, seconds, state, scored, pushed, failed, full, error: error && cut(error) };
}

function toFailure({ object, key, parentId, attempts, error, at }: FailedPush) {
  return { object, key, parentId, attempts, at, error: cut(error) };
}

const cut = (text: string) => (text.length > ERROR_LENGTH ? `${text.slice(0, ERROR_LENGTH - 1)}…` : text);
