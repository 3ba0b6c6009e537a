import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { OwnField } from '../domain/mapping/own-field.ts';
import type { AccountDescription } from '../usecases/ports.ts';

const described = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      calculated: z.boolean(),
      precision: z.number().nullish(),
      scale: z.number().nullish(),
      digits: z.number().nullish(),
      referenceTo: z.array(z.string()).nullish(),
      relationshipName: z.string().nullish(),
      picklistValues: z.array(z.object({ value: z.string(), active: z.boolean() })).nullish(),
    }),
  ),
});

/** The fields of accounts as the companion's user sees them: one that she may not read is not among them. */
export async function describeAccount(connection: Connection): Promise<AccountDescription> {
  const { fields } = described.parse(await connection.describe('Account'));
  return {
    fields: fields.map(({ name, label, type, calculated, ...field }): OwnField => ({
      name,
      label,
      type,
      calculated,
      // A whole number has digits where others have a precision.
      precision: field.precision || (field.digits ?? 0),
      scale: field.scale ?? 0,
      referenceTo: field.referenceTo ?? [],
      relationshipName: field.relationshipName ?? null,
      values: (field.picklistValues ?? []).flatMap(({ value, active }) => (active ? [value] : [])),
    })),
    hasCurrencies: fields.some(({ name }) => name === 'CurrencyIsoCode'),
  };
}
