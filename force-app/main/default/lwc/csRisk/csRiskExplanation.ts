/** A record behind a contribution. */
export interface ExplainedRecord {
  object: string;
  id: string;
  label: string;
}

/** One part of the score. */
export interface ExplainedContribution {
  factor: string;
  label: string;
  /** In tenths; all contributions add up to the score. Recovery's are at most 0. */
  points: number;
  /** 0–100, higher is better; null where the factor has no measure. */
  measure: number | null;
  /** Share of the score, 0–1. */
  weight: number;
  detail: string;
  records: ExplainedRecord[];
}

/** A factor that moved, and why; older companions do not say why. */
export interface ExplainedChange {
  factor: string;
  label: string;
  delta: number;
  cause?: { kind: string; text: string; records: ExplainedRecord[] };
}

/** One change alone that would move the band. */
export interface ExplainedMove {
  factor: string | null;
  kind?: string;
  text: string;
  score: number;
  band: string;
}

/** A band set by hand, with what the rules say beside it. Days as `YYYY-MM-DD`. */
export interface ExplainedOverride {
  band: string;
  calculated: string | null;
  by: string | null;
  reason: string;
  setOn: string;
  expiresOn: string;
  recordId: string;
}

/** Version 1 of what the companion writes into `CS_Risk_Explanation__c`. */
export interface Explanation {
  v: 1;
  /** Null, as its band, while no measure of the account is known. */
  score: number | null;
  band: string | null;
  previous: { score: number | null; band: string | null; scoredAt: string } | null;
  scoredAt: string;
  asOf: string;
  /** `recordId` is null, or absent from an older companion, for values that are not from the org. */
  config: { version: string; hash: string; recordId?: string | null; validDays?: number };
  /** Whether the band is kept only because the score has not moved far enough below where it begins. */
  held?: boolean;
  /** Where the bands begin, and how far below that one is left again. */
  limits?: { watchFrom: number; atRiskFrom: number; betterBy: number };
  health: {
    value: number | null;
    source: 'Manual' | 'Calculated' | null;
    calculated: number | null;
    setOn: string | null;
    /** The org's own field that the value stands in, where one is mapped. */
    field?: string;
  };
  contributions: ExplainedContribution[];
  missing: { factor: string; label: string; weight: number; reason: string }[];
  changes: ExplainedChange[];
  /** The smallest single change that would better the band. */
  counterfactual: ExplainedMove | null;
  /** Other single changes that would. */
  alternatives?: ExplainedMove[];
  /** Where none is enough: what a CSM can do that lowers the score most. */
  easing?: ExplainedMove | null;
  /** Single changes that would make the band worse. */
  tipping?: ExplainedMove[];
  /** The band set by hand that `band` shows; everything else is of the calculated one. */
  override?: ExplainedOverride;
}

/** Either the explanation, or why there is none to show. */
export type ParsedExplanation =
  { kind: 'read'; explanation: Explanation } | { kind: 'none' } | { kind: 'unreadable'; problem: string };

/**
 * Reads `CS_Risk_Explanation__c`. The page may be older or newer than the companion that wrote it, and an
 * admin may have edited it: whatever is not version 1 in full is named, not guessed at.
 */
export function parseExplanation(json: string | null | undefined): ParsedExplanation {
  if (!json) return { kind: 'none' };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { kind: 'unreadable', problem: 'The risk explanation of this account is not valid JSON.' };
  }
  const version = (value as { v?: unknown } | null)?.v;
  if (version !== 1) {
    return {
      kind: 'unreadable',
      problem: `The risk explanation of this account has version ${String(version)}; this page reads version 1.`,
    };
  }
  return isExplanation(value)
    ? { kind: 'read', explanation: value }
    : { kind: 'unreadable', problem: 'The risk explanation of this account lacks parts of version 1.' };
}

function isExplanation(value: unknown): value is Explanation {
  const candidate = value as Partial<Explanation>;
  return (
    isOrNull(candidate.score, 'number') &&
    isOrNull(candidate.band, 'string') &&
    typeof candidate.scoredAt === 'string' &&
    typeof candidate.config?.version === 'string' &&
    typeof candidate.health === 'object' &&
    candidate.health !== null &&
    (candidate.override === undefined || isOverride(candidate.override)) &&
    isListOf(
      candidate.contributions,
      (item) => typeof item.points === 'number' && Array.isArray(item.records),
    ) &&
    isListOf(candidate.missing, (item) => typeof item.weight === 'number') &&
    isListOf(candidate.changes, (item) => typeof item.delta === 'number')
  );
}

function isOverride(value: unknown): boolean {
  const candidate = value as Partial<ExplainedOverride> | null;
  return typeof candidate?.recordId === 'string' && isOrNull(candidate.calculated, 'string');
}

function isOrNull(value: unknown, type: 'number' | 'string'): boolean {
  return value === null || typeof value === type;
}

function isListOf<Item extends object>(list: Item[] | undefined, check: (item: Item) => boolean): boolean {
  return (
    Array.isArray(list) && list.every((item) => typeof item === 'object' && item !== null && check(item))
  );
}
