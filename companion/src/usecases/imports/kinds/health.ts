import { ACCOUNT_REFERENCE, NAMES_ACCOUNT } from '../account-reference.ts';
import { choice, pastDay, required, text, wholeNumber } from '../field.ts';
import { recordKind } from '../kind.ts';

/** Health scores of the past: one an account, day and source. */
export const healthKind = recordKind({
  name: 'health',
  summary: 'health scores of the past, one an account, day and source',
  object: 'CS_Health_Score__c',
  keyField: 'CS_Key__c',
  belongsTo: 'account',
  parentField: 'CS_Account__c',
  needs: [['score'], ['scoredOn'], NAMES_ACCOUNT],
  fields: {
    ...ACCOUNT_REFERENCE,
    score: required(wholeNumber(0, 100, { note: 'higher is better', aliases: ['health', 'health score'] })),
    scoredOn: required(
      pastDay({ note: 'the day of the score', aliases: ['date', 'day', 'as of', 'scored at'] }),
    ),
    source: choice(['Manual', 'Calculated'], { note: 'who set it: Manual unless given' }),
    comment: text(255, { note: 'why', aliases: ['reason', 'note'] }),
  },
  plan(row, { accountId }) {
    const source = row.source ?? 'Manual';
    // The same key as the companion's own, so that a day never has two.
    const key = `${accountId}:${row.scoredOn}:${source}`;
    return {
      key,
      fields: {
        CS_Key__c: key,
        CS_Score__c: row.score,
        CS_Scored_On__c: row.scoredOn,
        CS_Source__c: source,
        CS_Comment__c: row.comment,
      },
    };
  },
});
