import { z } from 'zod';

export type CellType = 'text' | 'number' | 'day' | 'moment' | 'flag';

/** A field of a kind of import: what a cell has to be, and how to say so. */
export interface Field<T = unknown, Required extends boolean = boolean> {
  type: CellType;
  required: Required;
  shape: z.ZodType<T>;
  /** What a value has to be, to follow "expected". */
  expected: string;
  /** One line for the help. */
  note: string;
  /** Headings under which it is found without a map, beside its own name. */
  aliases: readonly string[];
  /** Whether a day or time after now is refused. */
  past: boolean;
  /** Whether the value names a user. */
  user: boolean;
}

interface Says {
  note: string;
  aliases?: readonly string[];
}

/** The same field, which every row must have. */
export const required = <T>(field: Field<T, false>): Field<T, true> => ({ ...field, required: true });

/** A text of at most so many characters. */
export const text = (max: number, says: Says): Field<string, false> =>
  field('text', z.string().max(max), `at most ${max} characters`, says);

/** A user, by username or email address. */
export const user = (says: Says): Field<string, false> => ({ ...text(255, says), user: true });

/** One of some words, in any case. */
export function choice<const Words extends readonly string[]>(
  words: Words,
  says: Says,
): Field<Words[number], false> {
  const shape = z.string().transform((given, context): Words[number] => {
    const word = words.find((each) => each.toLowerCase() === given.toLowerCase());
    if (word !== undefined) return word;
    context.addIssue('not among the words');
    return z.NEVER;
  });
  return field('text', shape, words.join(', '), says);
}

/** A whole number within limits; a limit that nobody meets is left unsaid. */
export function wholeNumber(min: number, max: number, says: Says): Field<number, false> {
  const expected = max < NOBODY_MEETS ? `from ${min} to ${max}` : `of ${min} or more`;
  return field('number', z.int().min(min).max(max), `a whole number ${expected}`, says);
}

const NOBODY_MEETS = 100_000;

/** An amount of 0 or more. */
export const amount = (says: Says): Field<number, false> =>
  field('number', z.number().min(0).max(1e15), 'a number of 0 or more', says);

/** A day of the calendar. */
export const day = (says: Says): Field<string, false> => field('day', z.string(), 'a day', says);

/** A day that is not after today. */
export const pastDay = (says: Says): Field<string, false> => ({ ...day(says), past: true });

/** A time, as `toISOString` gives it, that is not after now. */
export const pastMoment = (says: Says): Field<string, false> => ({
  ...field('moment', z.string(), 'a day or a time', says),
  past: true,
});

/** Yes or no. */
export const flag = (says: Says): Field<boolean, false> => field('flag', z.boolean(), 'yes or no', says);

function field<T>(
  type: CellType,
  shape: z.ZodType<T>,
  expected: string,
  { note, aliases = [] }: Says,
): Field<T, false> {
  return { type, required: false, shape, expected, note, aliases, past: false, user: false };
}
