import { z } from 'zod';

const source = z
  .strictObject({
    /** The heading of the column. */
    column: z.string().min(1).optional(),
    /** The same value in every row, instead of a column. */
    const: z.union([z.string(), z.number(), z.boolean()]).optional(),
    /** What an empty cell stands for. */
    default: z.union([z.string(), z.number(), z.boolean()]).optional(),
    /** How days and numbers are written in the file. */
    format: z.enum(['iso', 'us', 'european', 'plain', 'point', 'comma']).optional(),
    /** What values of the file stand for; others stay as they are. */
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    /** A factor for numbers, such as 12 from a month to a year. */
    multiply: z.number().optional(),
    /** A text to put before each value, such as the name of the system that a key comes from. */
    prefix: z.string().optional(),
    /** Another file, in which the cell is looked up first. */
    lookup: z
      .strictObject({ csv: z.string().min(1), key: z.string().min(1), value: z.string().min(1) })
      .optional(),
  })
  .refine((given) => (given.column === undefined) !== (given.const === undefined), {
    error: 'expected either column or const',
  })
  .refine((given) => given.const === undefined || Object.keys(given).length === 1, {
    error: 'const stands alone',
  });

/** Where the value of a field comes from. */
export type FieldSource = z.infer<typeof source>;
/** A mapping file: for each field of a kind the column it comes from, or more about how. */
export type Mapping = Record<string, FieldSource>;

/** Says what is wrong with the text of a mapping file, by its fields; or gives the mapping. */
export function readMapping(text: string): { mapping: Mapping } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const read = z.record(z.string(), z.unknown()).safeParse(json);
  if (!read.success) return { problem: 'is no mapping; expected an object of fields and columns' };
  const mapping: Mapping = {};
  for (const [name, given] of Object.entries(read.data)) {
    if (typeof given === 'string' && given !== '') {
      mapping[name] = { column: given };
      continue;
    }
    const checked = source.safeParse(given);
    if (!checked.success) return { problem: `says of ${name}: ${describe(checked.error)}` };
    mapping[name] = checked.data;
  }
  return { mapping };
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  const where = issue?.path.length ? `${issue.path.join('.')}: ` : '';
  return `${where}${issue?.message ?? 'expected a column'}`;
}
