import { ACCOUNT_REFERENCE } from '../account-reference.ts';
import { pastDay, required, text, wholeNumber } from '../field.ts';
import { recordKind, type Row } from '../kind.ts';

const fields = {
  ...ACCOUNT_REFERENCE,
  score: required(wholeNumber(0, 10, { note: 'the answer', aliases: ['nps', 'nps score', 'rating'] })),
  respondedOn: required(
    pastDay({
      note: 'the day of the answer',
      aliases: ['responded', 'response date', 'date', 'submitted at', 'created at'],
    }),
  ),
  email: text(80, {
    note: 'address of the person, by which contact and account are found',
    aliases: ['contact email', 'respondent', 'email address'],
  }),
  key: text(80, {
    note: 'the key of the answer; person, survey and day unless given',
    aliases: ['response id', 'answer id', 'id'],
  }),
  survey: text(80, { note: 'name of the survey', aliases: ['survey name', 'campaign'] }),
  comment: text(4000, { note: 'what the person wrote', aliases: ['feedback', 'reason'] }),
  personName: text(80, {
    note: 'name of the person, for answers that match no account',
    aliases: ['name', 'full name', 'contact name'],
  }),
  company: text(120, {
    note: 'company of the person, for answers that match no account',
    aliases: ['company name', 'organization'],
  }),
};

/** Answers to "how likely are you to recommend us?". Those that match no account wait in the inbox, where there is one. */
export const npsKind = recordKind({
  name: 'nps',
  summary: 'answers of NPS surveys, matched by email or by the key of the account',
  object: 'CS_NPS_Response__c',
  keyField: 'CS_Key__c',
  belongsTo: 'account or contact',
  parentField: 'CS_Account__c',
  needs: [['score'], ['respondedOn'], ['email', 'accountKey', 'salesforceId']],
  fields,
  plan: (row, { accountId, contactId }) => ({
    key: keyOf(row, accountId),
    fields: {
      CS_Key__c: keyOf(row, accountId),
      CS_Score__c: row.score,
      CS_Responded_On__c: row.respondedOn,
      CS_Survey__c: row.survey,
      CS_Comment__c: row.comment,
      CS_Contact__c: contactId ?? undefined,
    },
  }),
  waiting: {
    object: 'CS_NPS_Inbox__c',
    plan: (row) => ({
      key: keyOf(row, row.accountKey ?? ''),
      fields: {
        CS_Key__c: keyOf(row, row.accountKey ?? ''),
        CS_Score__c: row.score,
        CS_Responded_On__c: row.respondedOn,
        CS_Email__c: row.email ?? null,
        CS_Name__c: row.personName ?? null,
        CS_Company__c: row.company ?? null,
        CS_Survey__c: row.survey ?? null,
        CS_Comment__c: row.comment ?? null,
        CS_Source__c: 'Import',
      },
      onCreate: { CS_Status__c: 'Waiting' },
    }),
  },
});

function keyOf(row: Row<typeof fields>, account: string): string {
  const key = row.key ?? [row.email ?? account, row.survey ?? '', row.respondedOn].join(':');
  return `import:${key}`.slice(0, 120);
}
