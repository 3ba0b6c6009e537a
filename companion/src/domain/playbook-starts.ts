import type { IsoDate } from './dates.ts';
import {
  findCause,
  type PlaybookTrigger,
  type TriggerCause,
  type TriggerFacts,
} from './playbook-triggers.ts';

/** A step as its playbook has it. */
export interface PlaybookStep {
  name: string;
  instructions: string | null;
  action: string;
  dueInDays: number;
}

/** An active playbook that is to be started by itself, with its steps in order. */
export interface PlaybookRule extends PlaybookTrigger {
  playbookId: string;
  name: string;
  version: number;
  steps: PlaybookStep[];
}

/** An account that playbooks can be started for. */
export interface PlaybookAccount extends TriggerFacts {
  accountId: string;
  ownerId: string;
  managerId: string | null;
}

/** A run that exists, by whomever it was started. */
export interface PlaybookRun {
  accountId: string;
  playbookId: string;
  key: string | null;
  active: boolean;
  startedOn: IsoDate;
}

/** A playbook to start. */
export interface PlaybookStart {
  /** Account, playbook and occasion: the same for as long as the cause lasts. */
  key: string;
  accountId: string;
  /** Who is to see it through: the account's CSM, else its owner. */
  assigneeId: string;
  rule: PlaybookRule;
  cause: TriggerCause;
}

/**
 * The playbooks to start as of a day. Each once for an occasion, never while one of the same playbook runs for the
 * account, and never when a person has started it for the same cause. A playbook without steps is not started.
 */
export function decideStarts(
  rules: readonly PlaybookRule[],
  accounts: readonly PlaybookAccount[],
  runs: readonly PlaybookRun[],
  asOf: IsoDate,
): PlaybookStart[] {
  const runsOf = Map.groupBy(runs, ({ accountId, playbookId }) => `${accountId}:${playbookId}`);
  return accounts.flatMap((account) =>
    rules.flatMap((rule) => {
      const cause = rule.steps.length === 0 ? null : findCause(rule, account, asOf);
      if (!cause) return [];
      const pair = `${account.accountId}:${rule.playbookId}`;
      const key = `${pair}:${cause.occasion}`;
      const isAnswered = (runsOf.get(pair) ?? []).some(
        (run) => run.active || run.key === key || run.startedOn >= cause.since,
      );
      const assigneeId = account.managerId ?? account.ownerId;
      return isAnswered ? [] : [{ key, accountId: account.accountId, assigneeId, rule, cause }];
    }),
  );
}
