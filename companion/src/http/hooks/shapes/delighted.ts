import { z } from 'zod';
import { clean, cut, email, id, optionalText, time } from './fields.ts';
import { accountKeysOf, keyOf } from './read-ticket.ts';
import { textAt, type Shape } from './shape.ts';

// https://app.delighted.com/docs/api/webhooks
const envelope = z.object({
  event_type: z.string(),
  event_data: z.object({ survey_type: z.string().optional() }),
});
const response = z.object({
  event_data: z.object({
    id,
    score: z.int().min(0).max(10),
    comment: optionalText(4000),
    person: z.object({ email, name: optionalText(80) }).nullish(),
    created_at: time,
    updated_at: time.optional(),
    person_properties: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** What properties of a person are called that name her account or her company. */
const ACCOUNT_PROPERTIES = ['account key', 'account_key', 'account', 'account id', 'account_id'];
const COMPANY_PROPERTIES = ['company', 'company name', 'organization', 'organisation'];

/** Delighted: answers to NPS surveys. Other surveys, and word that someone wants no more mail, are of no concern here. */
export const readDelighted: Shape = (body, mapping) => {
  const { event_type: type, event_data: about } = envelope.parse(body);
  if (!type.startsWith('survey_response.') || (about.survey_type ?? 'nps') !== 'nps') return [];
  const { event_data: data } = response.parse(body);
  const account = textAt(body, mapping.accountPath) ?? propertyOf(data.person_properties, ACCOUNT_PROPERTIES);
  const isId = account !== null && /^001[A-Za-z0-9]{15}$/.test(account);
  return [
    {
      kind: 'answer',
      key: keyOf('delighted', data.id, mapping),
      changedAt: data.updated_at ?? data.created_at,
      sender: {
        accountId: isId ? account : null,
        accountKeys: isId ? [] : accountKeysOf('delighted', null, account, mapping),
        email: data.person?.email ?? null,
        name: data.person?.name ?? null,
        company: propertyOf(data.person_properties, COMPANY_PROPERTIES),
      },
      score: data.score,
      comment: data.comment,
      survey: 'Delighted NPS',
      source: 'Delighted',
      respondedOn: data.created_at.slice(0, 10),
    },
  ];
};

function propertyOf(properties: Record<string, unknown> | null | undefined, names: string[]): string | null {
  const found = Object.entries(properties ?? {}).find(([name]) => names.includes(name.toLowerCase()))?.[1];
  return typeof found === 'string' || typeof found === 'number'
    ? cut(clean(String(found)), 80) || null
    : null;
}
