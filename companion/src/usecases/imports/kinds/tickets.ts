import { ACCOUNT_REFERENCE, NAMES_ACCOUNT } from '../account-reference.ts';
import { choice, flag, pastMoment, required, text } from '../field.ts';
import { recordKind } from '../kind.ts';

const NO_AUDIT_RIGHT =
  'new cases carry the day of the import, because the org does not let the companion set audit fields; their own days stand in the description';

/**
 * Tickets of a support system, as cases. When a case was opened and closed can be set on a new one only, and only with
 * "Set Audit Fields upon Record Creation": https://help.salesforce.com/s/articleView?id=000386065
 */
export const ticketsKind = recordKind({
  name: 'tickets',
  summary: 'tickets of a support system, as cases',
  object: 'Case',
  keyField: 'CS_External_Key__c',
  belongsTo: 'account',
  parentField: 'AccountId',
  needs: [['key'], NAMES_ACCOUNT],
  optional: {
    CreatedDate: NO_AUDIT_RIGHT,
    ClosedDate: NO_AUDIT_RIGHT,
    CS_Satisfaction__c: 'satisfaction is left out, because the org has no field for it on cases',
  },
  fields: {
    ...ACCOUNT_REFERENCE,
    key: required(
      text(80, {
        note: 'the key by which it is found again',
        aliases: ['ticket id', 'ticket key', 'ticket', 'case id', 'issue key', 'id'],
      }),
    ),
    subject: text(255, { note: 'what it is about', aliases: ['title', 'summary'] }),
    status: text(40, {
      note: 'as the org lists them; New or Closed by the closing time unless given',
      aliases: ['state'],
    }),
    priority: text(40, { note: 'as the org lists them: High, Medium, Low' }),
    escalated: flag({
      note: 'whether it is escalated',
      aliases: ['is escalated', 'escalation', 'escalation flag'],
    }),
    openedAt: pastMoment({
      note: 'when it was opened',
      aliases: ['opened', 'opened on', 'created', 'created at', 'submitted at'],
    }),
    closedAt: pastMoment({
      note: 'when it was closed',
      aliases: ['closed', 'closed on', 'solved at', 'resolved at'],
    }),
    url: text(255, { note: 'where it is found in its own system', aliases: ['link', 'ticket url'] }),
    satisfaction: choice(['Good', 'Bad'], {
      note: 'what the customer said of it',
      aliases: ['csat', 'satisfaction rating'],
    }),
    description: text(4000, { note: 'free text', aliases: ['details'] }),
  },
  plan(row, { accountId }) {
    const { openedAt, closedAt } = row;
    if (openedAt && closedAt && closedAt < openedAt) {
      return { column: 'closedAt', expected: `no time before it was opened (${openedAt.slice(0, 10)})` };
    }
    const days = [
      openedAt && `Opened ${openedAt.slice(0, 10)}`,
      closedAt && `closed ${closedAt.slice(0, 10)}`,
    ];
    const told = days.filter(Boolean).join(', ');
    const status = row.status ?? (closedAt ? 'Closed' : openedAt ? 'New' : undefined);
    return {
      key: row.key,
      fields: {
        CS_External_Key__c: row.key,
        AccountId: accountId,
        Subject: row.subject,
        Status: status,
        Priority: row.priority,
        IsEscalated: row.escalated ?? undefined,
        CS_Ticket_URL__c: row.url,
        CS_Satisfaction__c: row.satisfaction,
        Description: [row.description, told && `${told}.`].filter(Boolean).join('\n') || row.description,
      },
      onCreate: { CreatedDate: openedAt, ClosedDate: closedAt },
    };
  },
});
