import type { IsoDate } from '../domain/dates.ts';
import { summariseNps } from '../domain/nps.ts';
import type { NpsValue } from '../domain/signals.ts';
import type { AccountReading, StoredAccount } from './ports.ts';

/**
 * The NPS that the account shows although every answer it was derived from is gone: then it is to be cleared. What an
 * admin or another system entered, which never came from answers, is theirs and stays.
 */
export function findLapsedNps(
  { signals: { nps, npsAnswers = [] } }: AccountReading,
  before: StoredAccount | undefined,
  asOf: IsoDate,
): NpsValue | null {
  if (!nps || !before || npsAnswers.length > 0) return null;
  const written = summariseNps(before.signals.npsAnswers ?? [], asOf) ?? before.signals.lapsedNps ?? null;
  return written?.score === nps.score && written.on === nps.on ? nps : null;
}
