/** How many records of each kind the demo has. */
export interface DemoCounts {
  readonly accounts: number;
  readonly contacts: number;
  readonly healthScores: number;
  readonly usageSnapshots: number;
  readonly accountSnapshots: number;
  readonly cases: number;
  readonly tasks: number;
  readonly events: number;
  readonly notes: number;
  readonly playbookRuns: number;
  readonly npsResponses: number;
  readonly accountChanges: number;
  readonly riskOverrides: number;
  /** Days of workload, of all CSMs together. */
  readonly workloads: number;
}

/** The counts in one line, for a person. */
export function describeCounts(counts: DemoCounts): string {
  return (
    `${counts.accounts} accounts, ${counts.contacts} contacts, ${counts.healthScores} health scores, ` +
    `${counts.usageSnapshots} usage snapshots, ${counts.accountSnapshots} account snapshots, ${counts.cases} cases, ` +
    `${counts.tasks + counts.events} activities, ${counts.notes} notes, ` +
    `${counts.playbookRuns} playbook runs, ${counts.npsResponses} NPS answers, ` +
    `${counts.accountChanges} changes, ${counts.riskOverrides} bands set by hand, ${counts.workloads} days of workload`
  );
}
