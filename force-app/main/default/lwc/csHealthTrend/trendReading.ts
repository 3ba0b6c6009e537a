/** `trend` of `CS_Risk_Explanation__c`: where the companion says that health has been going. */
export interface TrendReading {
  word: 'Improving' | 'Steady' | 'Declining' | null;
  verdict: 'clear' | 'unclear' | 'tooFew';
  /** Points in 30 days, with the bounds that hold with 90 % confidence. */
  slope: number | null;
  low: number | null;
  high: number | null;
  /** 0–1 */
  confidence: number | null;
  /** Weeks with a score behind the slope, and the day of the first. */
  weeks: number;
  since: string | null;
  change30: number | null;
  change90: number | null;
  /** For how many days a health set by hand counts. */
  judgementDays: number;
}

/** `health` of `CS_Risk_Explanation__c`. */
export interface HealthReading {
  value: number | null;
  source: 'Manual' | 'Calculated' | null;
  calculated: number | null;
  setOn: string | null;
  /** The org's own field that the value stands in, where one is mapped. */
  field?: string;
}

/** What the companion wrote of health; null for each part that an older one did not write. */
export interface WrittenHealth {
  health: HealthReading | null;
  trend: TrendReading | null;
}

const NOTHING: WrittenHealth = { health: null, trend: null };

/** Reads what this card shows of the explanation. Whatever is not as expected is not shown, and never guessed at. */
export function readWrittenHealth(json: string | null | undefined): WrittenHealth {
  if (!json) return NOTHING;
  try {
    const { v, health, trend } = (JSON.parse(json) ?? {}) as Record<string, unknown>;
    if (v !== 1) return NOTHING;
    return { health: isHealth(health) ? health : null, trend: isTrend(trend) ? trend : null };
  } catch {
    // The risk card says that it is not valid JSON.
    return NOTHING;
  }
}

function isHealth(value: unknown): value is HealthReading {
  const candidate = value as Partial<HealthReading> | null | undefined;
  return isNumberOrNull(candidate?.value) && isNumberOrNull(candidate?.calculated);
}

function isTrend(value: unknown): value is TrendReading {
  const candidate = value as Partial<TrendReading> | null | undefined;
  if (!candidate || typeof candidate.weeks !== 'number' || typeof candidate.judgementDays !== 'number')
    return false;
  const { slope, low, high, confidence, change30, change90 } = candidate;
  return (
    typeof candidate.verdict === 'string' &&
    [slope, low, high, confidence, change30, change90].every(isNumberOrNull)
  );
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || typeof value === 'number';
}
