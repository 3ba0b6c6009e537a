import type { RequestHandler } from 'express';

/** A Developer Edition org's calls in 24 hours. Counted and shown, not enforced: a demo may run for days. */
export const DAILY_API_REQUESTS = 15_000;
const MS_PER_HOUR = 3_600_000;
const HOURS = 24;

/** Counts API calls over the last 24 hours, to the hour. */
export interface ApiUsage {
  count(): number;
  middleware: RequestHandler;
}

/** Creates the counter; its middleware puts the count on every answer, as `Sforce-Limit-Info`. */
export function createApiUsage(now: () => Date): ApiUsage {
  const byHour = new Map<number, number>();
  const hourOf = () => Math.floor(now().getTime() / MS_PER_HOUR);

  function count(): number {
    const oldest = hourOf() - HOURS;
    for (const hour of byHour.keys()) if (hour <= oldest) byHour.delete(hour);
    return [...byHour.values()].reduce((sum, calls) => sum + calls, 0);
  }

  return {
    count,
    middleware: (_req, res, next) => {
      byHour.set(hourOf(), (byHour.get(hourOf()) ?? 0) + 1);
      res.setHeader('Sforce-Limit-Info', `api-usage=${count()}/${DAILY_API_REQUESTS}`);
      next();
    },
  };
}
