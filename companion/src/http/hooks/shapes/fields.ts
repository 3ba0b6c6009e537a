import { z } from 'zod';

/** What PostgreSQL and Salesforce both take: no NUL, no half of a surrogate pair, no blanks around it. */
export const clean = (text: string) => text.replaceAll('\u0000', '').toWellFormed().trim();

/** Cut to what the field in the org holds. */
export const cut = (text: string, most: number) => clean(text).slice(0, most).toWellFormed();

/** A text that may be missing; blank counts as missing. */
export const optionalText = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => (text ? cut(text, most) || null : null));

/** An id, which some systems send as a number and others as text. */
export const id = z
  .union([z.string(), z.int()])
  .transform((value) => clean(String(value)))
  .refine((value) => value.length >= 1 && value.length <= 40, 'expected an id of 1 to 40 characters');

/** An id that may be missing; 0 and blank are how some systems say that there is none. */
export const optionalId = z
  .union([z.string(), z.int()])
  .nullish()
  .transform((value) => {
    const text = value == null ? '' : clean(String(value));
    return text === '' || text === '0' ? null : text.slice(0, 80);
  });

const EARLIEST = Date.parse('2000-01-01T00:00:00Z');

/** A time as ISO 8601, also as Jira writes it (`+0000`), or as seconds since 1970; given back as ISO 8601. */
export const time = z.union([z.string(), z.number()]).transform((value, context) => {
  const millis =
    typeof value === 'number' ? value * 1000 : Date.parse(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  if (millis >= EARLIEST && millis < Date.parse('2200-01-01T00:00:00Z'))
    return new Date(millis).toISOString();
  context.addIssue('expected a time such as 2026-11-23T09:00:00Z, not before 2000');
  return z.NEVER;
});

const MAX_EMAIL = 80;

/** An address in lower case; what is none counts as missing, as the sender may still be told another way. */
export const email = z
  .string()
  .nullish()
  .transform((text) => {
    const address = clean(text ?? '').toLowerCase();
    return /^[^\s@]+@[^\s@]+$/.test(address) && address.length <= MAX_EMAIL ? address : null;
  });

/** A link; one that no browser opens counts as missing. */
export const link = z
  .string()
  .nullish()
  .transform((text) => {
    const address = clean(text ?? '');
    return address.length <= 255 && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
  });
