import type { RequestHandler } from 'express';

/**
 * Calls in 24 hours: those of Enterprise Edition with fifteen licences, since the companion of the demo looks for
 * requests more often than a Developer Edition org would let it for a day. Counted and shown, not enforced.
 * https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm
 */
export const DAILY_API_REQUESTS = 115_000;
const MS_PER_HOUR = 3_600_000;
const HOURS = 24;

/** Counts API calls over the last 24 hours, to the hour. */
export interface ApiUsage {
  count(): number;
  middleware: RequestHandler;
}

/**
 * Creates the counter; its middleware puts the count on every answer, as `Sforce-Limit-Info`. What the org's own pages
 * ask in a browser's session is no API call of an integration, and an org does not count it.
 */
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
    middleware: (req, res, next) => {
      if (req.headers.authorization !== undefined) byHour.set(hourOf(), (byHour.get(hourOf()) ?? 0) + 1);
      res.setHeader('Sforce-Limit-Info', `api-usage=${count()}/${DAILY_API_REQUESTS}`);
      next();
    },
  };
}
