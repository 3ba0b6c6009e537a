import type { Contract } from './contract.ts';
import type { SourceAccount } from './read-accounts.ts';
import type { Usage } from './read-usage.ts';

/** What the notes are drawn from. */
export interface NoteFacts {
  readonly accounts: readonly SourceAccount[];
  readonly contracts: ReadonlyMap<string, Contract>;
  /** Accounts with an event in churn_events.csv. */
  readonly churned: ReadonlySet<string>;
  readonly usage: Usage;
  /** Fields of a case that this org lets the loader set. */
  readonly settable: ReadonlySet<string>;
}

/** Contradictions in the data and limits of the org, each with how it was settled; none where there is none. */
export function describeNotes({ accounts, contracts, churned, usage, settable }: NoteFacts): string[] {
  const running = accounts.filter(({ id }) => contracts.get(id)?.running);
  const flagged = running.filter(({ flaggedChurned }) => flaggedChurned).length;
  const withEvent = running.filter(({ id }) => churned.has(id)).length;
  return [
    flagged + withEvent === 0
      ? null
      : `${flagged} accounts are flagged as churned and ${withEvent} have a churn event, yet still hold a ` +
        'subscription: taken as customers.',
    usage.outsideSubscription === 0
      ? null
      : `${usage.outsideSubscription.toLocaleString('en-US')} usage rows lie outside the days of their subscription: ` +
        'counted, since they say what was used.',
    settable.has('CreatedDate')
      ? null
      : 'This org does not let CreatedDate be set: cases carry the day of the load, and their own days in the ' +
        'description. To keep the days, give the loading user "Set Audit Fields upon Record Creation" first.',
  ].filter((note) => note !== null);
}
