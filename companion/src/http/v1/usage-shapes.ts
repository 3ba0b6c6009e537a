import { z } from 'zod';
import { day } from './shapes.ts';

/** The most items of a batch; more are refused as a whole, so that an answer can name each. */
export const MAX_ITEMS = 1_000;
export const MAX_BODY_BYTES = 1_048_576;
const MAX_NAME = 255;
const MAX_FEATURE = 120;
const MAX_FEATURES = 500;
const MAX_COUNT = 1_000_000;
const MAX_TOTAL = 999_999_999;
const MAX_CALLS = 999_999_999_999;
const MAX_PERIOD_DAYS = 366;

/** Text that a database and a page can show: no control characters, no halves of characters. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), 'expected text without control characters');

const total = (most: number) => z.int().min(0).max(most).nullish();
const account = text(MAX_NAME).describe('CS_External_Key__c of the account, or its Id.');

/** One event. */
export const usageEvent = z
  .strictObject({
    account,
    user: text(MAX_NAME)
      .nullish()
      .describe('Who did it, by any name that stays the same. Kept as a hash, and for 35 days.'),
    kind: z.enum(['login', 'api', 'feature']).default('feature'),
    event: text(MAX_FEATURE).nullish().describe('The feature that was used. Needed where kind is feature.'),
    at: z
      .union(
        [z.iso.datetime({ offset: true }), z.iso.date()],
        'expected a time such as 2026-11-22T09:00:00Z, or a day',
      )
      .describe('When; days are those of UTC.'),
    count: z.int().min(1).max(MAX_COUNT).default(1).describe('How many times.'),
  })
  .refine(({ kind, event }) => kind !== 'feature' || event != null, {
    path: ['event'],
    message: 'expected the name of a feature, or kind login or api',
  });

/** One period with its totals. */
export const usageSnapshot = z
  .strictObject({
    account,
    start: day.describe('The first day of the period.'),
    days: z.int().min(1).max(MAX_PERIOD_DAYS).default(1).describe('How many days it has.'),
    activeUsers: total(MAX_TOTAL).describe('Distinct people.'),
    licensedSeats: total(MAX_TOTAL),
    logins: total(MAX_CALLS),
    apiCalls: total(MAX_CALLS),
    features: z
      .record(text(MAX_FEATURE), z.int().min(0).max(MAX_TOTAL))
      .refine(
        (features) => Object.keys(features).length <= MAX_FEATURES,
        `expected at most ${MAX_FEATURES} features`,
      )
      .nullish()
      .describe('Uses by the name of the feature.'),
  })
  .refine(
    ({ activeUsers, licensedSeats, logins, apiCalls, features }) =>
      [activeUsers, licensedSeats, logins, apiCalls, features].some((value) => value != null),
    'expected at least one of activeUsers, licensedSeats, logins, apiCalls and features',
  );

/** What the document says of an item that is read by itself. */
function documentOf(item: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(item, { io: 'input' });
  return schema;
}

/** A batch whose items are looked at one by one: what is valid is kept. `item` is told in the document only. */
export const batchOf = (name: 'events' | 'snapshots', item: z.ZodType) =>
  z.strictObject({
    [name]: z
      .array(z.unknown().meta(documentOf(item)))
      .min(1)
      .max(MAX_ITEMS)
      .describe(`At most ${MAX_ITEMS} in a request.`),
  });

export const batchAnswer = z.object({
  accepted: z.int().describe('Items that are kept.'),
  rejected: z.int(),
  errors: z.array(
    z.object({
      index: z.int().describe('The place of the item in the batch, from 0.'),
      code: z.enum(['invalid', 'unknown_account', 'in_future', 'too_old', 'day_has_totals']),
      message: z.string(),
    }),
  ),
});

export const idempotencyKey = z
  .string('expected a key that stands for this batch, such as a UUID')
  .regex(/^[\x21-\x7e]{1,255}$/, 'expected 1 to 255 visible ASCII characters')
  .describe('Stands for this batch: the same key with the same body is answered the same and counts once.');
