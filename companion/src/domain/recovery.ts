import { countDays, daysBetween, type IsoDate } from './dates.ts';
import { share } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals, PlaybookRunSignal, RecordRef } from './signals.ts';

/** What a playbook takes off the risk, in points of it, 0 and up. */
export interface Recovery {
  points: number;
  detail: string;
  records: RecordRef[];
}

/**
 * Recovery: the share of a playbook's steps that are done, while it moves. It counts in full until nothing was done
 * for `stallsAfterDays`, then less by the day, and no more after twice that. A completed playbook counts like one whose
 * steps are all done, so that the last step never costs anything. Of several the one that gets furthest counts: two
 * half rescues are no whole one. Null while there is none.
 */
export function readRecovery(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): Recovery | null {
  const runs = (signals.runs ?? []).filter(({ startedOn }) => startedOn <= asOf);
  const read = runs
    .map((run) => readRun(run, config, asOf))
    .filter(({ run, points }) => run.status === 'Active' || points > 0)
    .sort((a, b) => b.points - a.points || (a.run.id < b.run.id ? -1 : 1));
  const [best] = read;
  if (!best) return null;
  const { run, points, detail } = best;
  return { points, detail, records: [{ object: 'CS_Playbook_Run__c', id: run.id, label: run.label }] };
}

function readRun(run: PlaybookRunSignal, { recovery }: ScoringConfig, asOf: IsoDate) {
  const done = run.steps.map(({ doneOn }) => doneOn).filter((on): on is IsoDate => on !== null && on <= asOf);
  const progress = run.steps.length === 0 ? 0 : done.length / run.steps.length;
  const last = done.reduce((a, b) => (a > b ? a : b), run.startedOn);
  const idle = daysBetween(last, asOf);
  const stalls = recovery.stallsAfterDays.value;
  const pace = 1 - share(idle, stalls, 2 * stalls);
  const count = `${done.length} of ${run.steps.length} steps of ${run.label} are done`;
  const detail = idle > stalls ? `${count}, none for ${countDays(idle)}` : count;
  return { run, points: recovery.maxPoints.value * progress * pace, detail };
}
