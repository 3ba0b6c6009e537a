import type { OrgReader, OrgWriter, PushStore } from './ports.ts';

/**
 * A store that gives out no writes: what is decided on is kept, and sent once writing is allowed. So a companion that
 * only reads shows what it would change.
 */
export function holdWrites<T extends PushStore>(store: T): T {
  return { ...store, claimPushes: () => Promise.resolve([]) };
}

/** A writer for an org to which nothing is to be written: whatever gets as far as this is left undone. */
export const SILENT_WRITER: OrgWriter = {
  write: (_object, records) =>
    Promise.resolve(
      records.map(({ key }) => ({
        ...{ key, outcome: 'refused' as const, retry: true },
        error: 'The companion is connected read-only (SALESFORCE_ACCESS)',
      })),
    ),
  setRunStatus: () => Promise.resolve(),
  setRequest: () => Promise.resolve(),
};

/** A reader that knows no rule to start a playbook by: one that is held back would begin long after its occasion. */
export function withoutRules<T extends OrgReader>(reader: T): T {
  return { ...reader, readPlaybooks: () => Promise.resolve({ rules: [], accounts: [], runs: [] }) };
}
