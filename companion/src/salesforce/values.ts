import { z } from 'zod';

/** Salesforce writes `2026-11-22T20:00:00.000+0000`; inside, times are what `toISOString` gives. */
export const isoDateTime = z.string().transform((text, context) => {
  const time = Date.parse(text.replace(/\+0000$/, 'Z'));
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  context.addIssue(`not a date and time: ${text}`);
  return z.NEVER;
});

/** The day of a time, in UTC. */
export const dayOf = (time: string) => time.slice(0, 10);
