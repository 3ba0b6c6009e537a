import { z } from 'zod';
import type { HookMapping } from '../hook-mapping.ts';
import { clean, cut, email, id, optionalText, time } from './fields.ts';
import { accountKeysOf, keyOf } from './read-ticket.ts';
import { textAt, type Shape } from './shape.ts';

// https://www.typeform.com/developers/webhooks/example-payload/
const answer = z.object({
  type: z.string(),
  text: z.string().optional(),
  email: z.string().optional(),
  number: z.number().optional(),
  field: z.object({ type: z.string().optional(), ref: z.string().optional() }).nullish(),
});
type Answer = z.infer<typeof answer>;

const envelope = z.object({ event_type: z.string() });
const response = z.object({
  form_response: z.object({
    token: id,
    submitted_at: time,
    hidden: z.record(z.string(), z.unknown()).nullish(),
    definition: z.object({ title: optionalText(80) }).nullish(),
    answers: z.array(answer).max(500),
  }),
});
const score = z.int('expected a whole number from 0 to 10').min(0).max(10);

/** Kinds of questions that ask for a number from 0 to 10, the surest first. */
const SCORE_FIELDS = ['nps', 'opinion_scale'];
const COMMENT_FIELDS = ['long_text', 'short_text'];

/** Typeform: answers to forms with an NPS question. Half-filled forms are of no concern here. */
export const readTypeform: Shape = (body, mapping) => {
  if (envelope.parse(body).event_type !== 'form_response') return [];
  const { form_response: form } = response.parse(body);
  const hidden = (...names: string[]) => hiddenField(form.hidden, names);
  const address = form.answers.find(({ type }) => type === 'email')?.email ?? hidden('email');
  const account = textAt(body, mapping.accountPath) ?? hidden('account_key', 'account', 'account_id');
  const isId = account !== null && /^001[A-Za-z0-9]{15}$/.test(account);
  return [
    {
      kind: 'answer',
      key: keyOf('typeform', form.token, mapping),
      changedAt: form.submitted_at,
      sender: {
        accountId: isId ? account : null,
        accountKeys: isId ? [] : accountKeysOf('typeform', null, account, mapping),
        email: email.parse(address),
        name: hidden('name'),
        company: hidden('company', 'organization'),
      },
      score: findScore(form.answers, mapping),
      comment: findComment(form.answers, mapping),
      survey: form.definition?.title ?? null,
      source: 'Typeform',
      respondedOn: form.submitted_at.slice(0, 10),
    },
  ];
};

function findScore(answers: Answer[], { scoreRef }: HookMapping): number {
  const byKind = SCORE_FIELDS.map((kind) => answers.find(({ field }) => field?.type === kind)).find(Boolean);
  const found = scoreRef === undefined ? byKind : answers.find(({ field }) => field?.ref === scoreRef);
  if (found) return score.parse(found.number);
  const message =
    scoreRef === undefined
      ? 'expected an answer to a question of type nps or opinion_scale, or scoreRef in the mapping of the hook'
      : `expected an answer to the question with the ref ${scoreRef}`;
  throw new z.ZodError([{ code: 'custom', path: ['form_response', 'answers'], message, input: undefined }]);
}

function findComment(answers: Answer[], { commentRef }: HookMapping): string | null {
  const found =
    commentRef === undefined
      ? COMMENT_FIELDS.map((kind) => answers.find(({ field }) => field?.type === kind)).find(Boolean)
      : answers.find(({ field }) => field?.ref === commentRef);
  return found?.text ? cut(found.text, 4000) || null : null;
}

function hiddenField(fields: Record<string, unknown> | null | undefined, names: string[]): string | null {
  const found = names
    .map((name) => (fields && Object.hasOwn(fields, name) ? fields[name] : null))
    .find(Boolean);
  return typeof found === 'string' || typeof found === 'number'
    ? cut(clean(String(found)), 80) || null
    : null;
}
