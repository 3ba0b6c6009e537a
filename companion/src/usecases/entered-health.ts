import type { AccountSignals } from '../domain/signals.ts';
import type { AccountReading, StoredAccount } from './ports.ts';

/**
 * A health that someone typed into `Account.CS_Health__c`. The companion writes that field together with the
 * explanation, which repeats the value: where the two differ, a person has written. Such a value counts as a judgement
 * of the day it was found, so that nothing a person typed is silently overwritten.
 */
export function findEnteredHealth(
  reading: AccountReading,
  before: StoredAccount | undefined,
): AccountSignals['enteredHealth'] {
  const health = reading.current['CS_Health__c'];
  if (typeof health !== 'number') return null;
  const known = before?.signals.enteredHealth ?? null;
  // What came from a field of the org's own went with its mapping.
  if (known?.value === health && known.source === undefined) return known;
  if (health === explainedHealth(reading.current['CS_Risk_Explanation__c'])) return null;
  return { value: health, on: reading.lastModifiedOn };
}

/** The health that the companion last wrote, as the explanation repeats it; undefined when that cannot be read. */
function explainedHealth(explanation: unknown): unknown {
  if (typeof explanation !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(explanation);
    return (parsed as { health?: { value?: unknown } } | null)?.health?.value;
  } catch {
    return undefined; // Someone edited the JSON by hand: then what stands in the field is theirs too.
  }
}
