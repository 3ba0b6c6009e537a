import { z } from 'zod';
import { clean, email, id, link, optionalText, time } from './fields.ts';
import { accountKeysOf, readTicket, ticketUrlOf } from './read-ticket.ts';
import { textAt, type Shape } from './shape.ts';

const ISSUE_EVENT = /^(jira:issue_|comment_|worklog_)/;

// https://developer.atlassian.com/cloud/jira/platform/webhooks/
const envelope = z.object({ webhookEvent: z.string(), issue: z.unknown().optional() });
const issueEvent = z.object({
  webhookEvent: z.string(),
  issue: z.object({
    key: id,
    self: link,
    fields: z.object({
      summary: optionalText(255),
      status: z
        .object({ name: optionalText(80), statusCategory: z.object({ key: optionalText(80) }).nullish() })
        .nullish(),
      priority: z.object({ name: optionalText(80) }).nullish(),
      labels: z.array(z.string()).nullish(),
      reporter: z.object({ emailAddress: email, displayName: optionalText(80) }).nullish(),
      organization: optionalText(80).catch(null),
      created: time.optional(),
      updated: time,
    }),
  }),
});

/** Jira: its issue events as they are. */
export const readJira: Shape = (body, mapping) => {
  const said = envelope.parse(body);
  if (!ISSUE_EVENT.test(said.webhookEvent) || said.issue === undefined) return [];
  const { webhookEvent, issue } = issueEvent.parse(body);
  const { fields, key } = issue;
  const status =
    webhookEvent === 'jira:issue_deleted'
      ? ['deleted']
      : [fields.status?.name, fields.status?.statusCategory?.key];
  return [
    {
      ...readTicket(
        {
          id: clean(key),
          statuses: status.map((name) => name ?? null),
          priority: fields.priority?.name ?? null,
          tags: fields.labels ?? [],
          organization: fields.organization,
        },
        'jira',
        mapping,
      ),
      changedAt: fields.updated,
      sender: {
        accountId: null,
        accountKeys: accountKeysOf('jira', fields.organization, textAt(body, mapping.accountPath), mapping),
        email: fields.reporter?.emailAddress ?? null,
        name: fields.reporter?.displayName ?? null,
        company: null,
      },
      ...(fields.summary === null ? {} : { subject: fields.summary }),
      ...(fields.created === undefined ? {} : { openedOn: fields.created.slice(0, 10) }),
      url: ticketUrlOf(key, mapping) ?? browseUrl(issue.self, key),
    },
  ];
};

/** The page of an issue, on the site that its API address names. */
function browseUrl(self: string | null, key: string): string | null {
  return self === null ? null : `${new URL(self).origin}/browse/${encodeURIComponent(key)}`;
}
