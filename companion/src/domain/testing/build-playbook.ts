import type { PlaybookAccount, PlaybookRule, PlaybookRun } from '../playbook-starts.ts';

/** An account of which nothing calls for a playbook but what is given. */
export function buildPlaybookAccount(known: Partial<PlaybookAccount> = {}): PlaybookAccount {
  return {
    accountId: '001000000000001AAA',
    ownerId: '005000000000001AAA',
    managerId: null,
    status: 'Active',
    band: 'Healthy',
    bandSince: null,
    usageDown: false,
    usageSince: null,
    renewalDate: null,
    npsScore: null,
    npsDate: null,
    ...known,
  };
}

/** A playbook of two steps for accounts at risk, unless it is told otherwise. */
export function buildRule(known: Partial<PlaybookRule> = {}): PlaybookRule {
  return {
    playbookId: 'a0P000000000001AAA',
    name: 'Rescue',
    version: 3,
    trigger: 'Risk Band',
    triggerBand: 'At Risk',
    triggerDays: null,
    steps: [
      { name: 'Find the cause', instructions: 'Ask.', action: 'Note', dueInDays: 1 },
      { name: 'Call', instructions: null, action: 'Call', dueInDays: 5 },
    ],
    ...known,
  };
}

/** A run of that playbook for that account, which is over. */
export function buildRun(known: Partial<PlaybookRun> = {}): PlaybookRun {
  return {
    accountId: '001000000000001AAA',
    playbookId: 'a0P000000000001AAA',
    key: null,
    active: false,
    startedOn: '2026-01-01',
    ...known,
  };
}
