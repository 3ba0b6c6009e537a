import type { Clock } from '../ports.ts';
import type { Finding } from './finding.ts';

/** The last examination, made again when somebody looks and it is old: it asks the org some thirty times. */
export interface CheckUpNotes {
  /** What was found last, and begins another examination when that is old. Null while the first is on its way. */
  last(): { findings: Finding[]; at: string } | null;
  /** Examines now, or joins the examination under way. */
  now(): Promise<{ findings: Finding[]; at: string }>;
  /** Waits for what is under way. */
  settle(): Promise<void>;
}

/** Old enough to look again. */
const VALID_MS = 15 * 60_000;

/** Keeps what was found, so that a page which reloads itself does not use up the org's calls. */
export function createCheckUpNotes(examine: () => Promise<Finding[]>, clock: Clock): CheckUpNotes {
  let kept: { findings: Finding[]; at: string } | null = null;
  let underWay: Promise<{ findings: Finding[]; at: string }> | null = null;
  const now = () =>
    (underWay ??= examine()
      .then((findings) => (kept = { findings, at: clock().toISOString() }))
      .finally(() => (underWay = null)));
  return {
    now,
    last() {
      const age = kept === null ? Infinity : clock().getTime() - Date.parse(kept.at);
      // What goes wrong is told by whoever asks for it now; here the old findings stay.
      if (age > VALID_MS) now().catch(() => undefined);
      return kept;
    },
    async settle() {
      await underWay?.catch(() => undefined);
    },
  };
}
