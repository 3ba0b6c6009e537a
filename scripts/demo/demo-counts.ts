/** How many records of each kind the demo has. */
export interface DemoCounts {
  readonly accounts: number;
  readonly contacts: number;
  readonly healthScores: number;
  readonly usageSnapshots: number;
  readonly cases: number;
  readonly tasks: number;
  readonly events: number;
}

/** The counts in one line, for a person. */
export function describeCounts(counts: DemoCounts): string {
  return (
    `${counts.accounts} accounts, ${counts.contacts} contacts, ${counts.healthScores} health scores, ` +
    `${counts.usageSnapshots} usage snapshots, ${counts.cases} cases, ` +
    `${counts.tasks + counts.events} activities`
  );
}
