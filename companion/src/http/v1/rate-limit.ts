import type { Clock } from '../../usecases/ports.ts';

/** How much a caller has left. */
export interface Allowance {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until one more request is allowed; 0 while some are. */
  retryAfter: number;
}

const MINUTE_MS = 60_000;
/** Callers that are remembered at most; the ones not heard of for longest are forgotten, and start full again. */
const MAX_CALLERS = 10_000;

/**
 * Counts requests by caller: a bucket that holds a minute's worth and fills evenly, so that a burst passes and a flood
 * does not. It is this process's own: with several replicas a caller may have as many times the limit.
 */
export function createRateLimiter(perMinute: number, clock: Clock): (caller: string) => Allowance {
  const buckets = new Map<string, { left: number; at: number }>();
  return (caller) => {
    const now = clock().getTime();
    const before = buckets.get(caller) ?? { left: perMinute, at: now };
    const left = Math.min(perMinute, before.left + ((now - before.at) * perMinute) / MINUTE_MS);
    const allowed = left >= 1;
    buckets.delete(caller);
    buckets.set(caller, { left: allowed ? left - 1 : left, at: now });
    const oldest = buckets.keys().next().value;
    if (buckets.size > MAX_CALLERS && oldest !== undefined) buckets.delete(oldest);
    return {
      allowed,
      limit: perMinute,
      remaining: Math.floor(allowed ? left - 1 : 0),
      retryAfter: allowed ? 0 : Math.ceil(((1 - left) * MINUTE_MS) / perMinute / 1000),
    };
  };
}
