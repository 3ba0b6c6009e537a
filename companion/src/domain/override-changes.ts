import { changeOf, type AccountChange } from './account-changes.ts';
import type { Explanation } from './explanation.ts';
import { tellWho, type ExplainedOverride } from './override.ts';
import type { OverrideSignal } from './signals.ts';

/** What is said of a score where a band set by hand begins or ends. */
type Told = Pick<Explanation, 'score' | 'band' | 'asOf' | 'override'>;

/**
 * A band set by hand that began or ended between two scores; null where none did. Where the band that is shown moves,
 * it is a change of the band like any other, else one of its own: so each end is recorded once.
 *
 * @param last the band that was last set by hand, which knows who ended it
 */
export function findOverrideChange(
  before: Told,
  now: Told,
  last: OverrideSignal | undefined,
): AccountChange | null {
  const { override: was } = before;
  const { override: is } = now;
  if (was?.recordId === is?.recordId) return null;
  const reason = is ? `${tellWho(is)}; ${tellRules(now)}. ${is.reason}` : was && tellEnd(was, now, last);
  const type = before.band === now.band ? 'Risk Override' : 'Risk Band';
  const name = ({ band, override }: Told) =>
    type === 'Risk Band' ? band : `${band ?? 'No band'}, ${override ? 'by hand' : 'calculated'}`;
  return changeOf(type, name(before), name(now), reason ?? null);
}

function tellEnd(was: ExplainedOverride, now: Told, last: OverrideSignal | undefined): string {
  const ended = last?.id === was.recordId && last.endedOn !== null ? last : null;
  const by = ended?.endedBy ? ` by ${ended.endedBy}` : '';
  const what = ended
    ? `was ended${by}`
    : was.expiresOn < now.asOf
      ? `expired on ${was.expiresOn}`
      : 'was deleted';
  return `The band set by hand ${what}; ${tellRules(now)}.`;
}

function tellRules({ score, band, override }: Told): string {
  const calculated = override ? override.calculated : band;
  return score === null ? 'the rules have no score' : `the rules say ${calculated} (${score})`;
}
