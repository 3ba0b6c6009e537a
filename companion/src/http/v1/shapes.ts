import { z } from 'zod';

/** Shapes that several routes answer with. */

export const day = z.iso.date().describe('A calendar day.');
export const time = z.iso.datetime().describe('A point in time, UTC.');
export const salesforceId = z
  .string()
  .regex(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/, 'expected a Salesforce id of 15 or 18 characters')
  .describe('A Salesforce id.');
export const recordId = z.string().describe('A Salesforce id.');
export const band = z.enum(['Healthy', 'Watch', 'At Risk']);

export const override = z
  .object({
    band,
    calculated: band.nullable().describe('What the rules say.'),
    by: z.string().nullable(),
    reason: z.string(),
    setOn: day,
    expiresOn: day.describe('The last day on which it holds.'),
    recordId,
  })
  .describe('A band that a person set in place of the calculated one.');

export const stale = z
  .boolean()
  .describe('Whether the account was not scored again for longer than a score counts.');

export const recordRef = z
  .object({ object: z.string(), id: z.string(), label: z.string() })
  .describe('A record of the org.');

export const change = z
  .object({ factor: z.string(), label: z.string(), delta: z.number() })
  .describe('A factor that moved since the score before, in points of risk.');

export const missing = z
  .object({ factor: z.string(), label: z.string(), weight: z.number(), reason: z.string() })
  .describe('A factor that nothing is known of; its weight went to the others.');

export const contribution = z.object({
  factor: z.string(),
  label: z.string(),
  points: z.number().describe('Points of risk; those of all factors add up to the score.'),
  measure: z.number().nullable().describe('The measure behind it, 0–100, higher is better.'),
  weight: z.number(),
  detail: z.string(),
  records: z.array(recordRef),
});

export const configRef = z.object({ version: z.string(), hash: z.string() });

export const noParams = z.strictObject({});
export const noQuery = z.strictObject({});
