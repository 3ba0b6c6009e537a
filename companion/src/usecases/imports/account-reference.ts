import { text } from './field.ts';

/** The two ways for a row to say whose it is. */
export const ACCOUNT_REFERENCE = {
  accountKey: text(80, {
    note: 'external key of the account (CS_External_Key__c)',
    aliases: [
      'account external key',
      'external key',
      'account id',
      'customer id',
      'customer key',
      'account',
      'customer',
    ],
  }),
  salesforceId: text(18, {
    note: "Salesforce's own id of the account, instead of its key",
    aliases: ['account salesforce id', 'salesforce account id', 'sfdc id', 'sfdc account id'],
  }),
};

/** What a map has to say something about, at least one of them. */
export const NAMES_ACCOUNT = ['accountKey', 'salesforceId'] as const;
