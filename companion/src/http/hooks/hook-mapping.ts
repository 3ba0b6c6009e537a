import { z } from 'zod';

const words = z.record(z.string().min(1).max(200), z.string().min(1).max(255));
const text = z.string().min(1).max(255);

/**
 * How the events of one hook are read, where it differs from the usual: what `hook create --map FILE` takes. Names that
 * are not known are refused, so that a slip of the pen does not pass for a setting.
 */
export const hookMapping = z.strictObject({
  /** What the keys of records begin with; needed where two systems of one kind send. */
  prefix: z
    .string()
    .regex(/^[\w-]{1,30}$/, 'expected up to 30 letters, digits, - or _')
    .optional(),
  /** Address of a ticket, with `{id}` where its number goes. */
  ticketUrl: z
    .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
    .max(200)
    .optional(),
  /** `Case.Status` by the status outside, in lower case. */
  statuses: words.optional(),
  /** `Case.Priority` by the priority outside, in lower case. */
  priorities: words.optional(),
  /** Tags or labels that say that a ticket is escalated. */
  escalatedTags: z.array(text).max(50).optional(),
  /** `Account.CS_External_Key__c` by the organisation outside. */
  organizations: words.optional(),
  /** Where in the event the external key of the account stands, such as `issue.fields.customfield_10050`. */
  accountPath: text.optional(),
  /** Typeform: the `ref` of the question that asks for 0 to 10, and of the one that asks why. */
  scoreRef: text.optional(),
  commentRef: text.optional(),
});
export type HookMapping = z.infer<typeof hookMapping>;
