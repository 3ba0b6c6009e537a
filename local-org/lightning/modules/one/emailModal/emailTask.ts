/** What the composer holds. */
export interface Email {
  to: string;
  subject: string;
  /** The body as plain text. */
  text: string;
  relatedToId: string | undefined;
  contactId: string | undefined;
}

const ADDRESS = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;
const MAX_DESCRIPTION = 32_000;
const MAX_SUBJECT = 255;

/** Why an email cannot go out, or an empty string. An org wants a recipient and a body. */
export function problemOf({ to, text }: Email): string {
  const addresses = addressesIn(to);
  if (addresses.length === 0) return 'Enter at least one recipient.';
  const wrong = addresses.find((address) => !ADDRESS.test(address));
  if (wrong) return `"${wrong}" is not an email address.`;
  return text === '' ? 'Write a body: an email cannot be empty.' : '';
}

/**
 * The task that an org writes for an email that was sent: completed, and of subtype Email.
 * https://help.salesforce.com/s/articleView?id=sales.emailadmin_enhanced_email_considerations.htm
 */
export function emailTask(email: Email): Record<string, unknown> {
  const lines = [`To: ${addressesIn(email.to).join('; ')}`, `Subject: ${email.subject}`, '', email.text];
  return {
    Subject: `Email: ${email.subject}`.slice(0, MAX_SUBJECT),
    Description: lines.join('\n').slice(0, MAX_DESCRIPTION),
    Status: 'Completed',
    TaskSubtype: 'Email',
    Type: 'Email',
    ...(email.relatedToId ? { WhatId: email.relatedToId } : {}),
    ...(email.contactId ? { WhoId: email.contactId } : {}),
  };
}

function addressesIn(to: string): string[] {
  return to
    .split(/[;,]/)
    .map((address) => address.trim())
    .filter(Boolean);
}
