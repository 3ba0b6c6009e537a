import { amount, choice, day, required, text, user, wholeNumber } from '../field.ts';
import { recordKind } from '../kind.ts';

/** Accounts, found again by their external key. */
export const accountsKind = recordKind({
  name: 'accounts',
  summary: 'accounts with their owner, tier, ARR, renewal date and status',
  object: 'Account',
  keyField: 'CS_External_Key__c',
  belongsTo: 'nobody',
  parentField: null,
  needs: [['key']],
  fields: {
    key: required(
      text(80, {
        note: 'the key by which it is found again',
        aliases: ['external key', 'account key', 'account id', 'customer id', 'id'],
      }),
    ),
    name: text(255, {
      note: 'a new account needs one',
      aliases: ['account name', 'customer name', 'customer', 'company'],
    }),
    industry: text(255, { note: 'as the org lists them' }),
    country: text(80, { note: 'billing country', aliases: ['billing country'] }),
    website: text(255, { note: 'address of its website', aliases: ['url', 'domain'] }),
    description: text(32_000, { note: 'free text' }),
    owner: user({
      note: 'owner: username or email of an active user',
      aliases: ['account owner', 'owner email'],
    }),
    csm: user({
      note: 'customer success manager',
      aliases: ['customer success manager', 'csm email', 'manager'],
    }),
    accountManager: user({ note: 'account manager', aliases: ['am', 'account executive'] }),
    solutionEngineer: user({ note: 'solution engineer', aliases: ['se'] }),
    status: choice(['Onboarding', 'Active', 'Renewing', 'Churned'], { note: 'where the customer stands' }),
    tier: choice(['Strategic', 'Enterprise', 'Growth', 'Scale'], {
      note: 'how much attention it is owed',
      aliases: ['segment'],
    }),
    arr: amount({
      note: 'annual recurring revenue in the currency of the org',
      aliases: ['annual recurring revenue', 'arr amount'],
    }),
    renewalDate: day({ note: 'when the contract renews', aliases: ['renewal', 'renews on', 'contract end'] }),
    cadenceDays: wholeNumber(1, 365, { note: 'days allowed between touchpoints', aliases: ['cadence'] }),
  },
  plan: (row, { users }) => ({
    key: row.key,
    neededToCreate: row.name ? undefined : 'name',
    fields: {
      CS_External_Key__c: row.key,
      Name: row.name,
      Industry: row.industry,
      BillingCountry: row.country,
      Website: row.website,
      Description: row.description,
      OwnerId: users['owner'],
      CS_Manager__c: users['csm'],
      CS_Account_Manager__c: users['accountManager'],
      CS_Solution_Engineer__c: users['solutionEngineer'],
      CS_Status__c: row.status,
      CS_Tier__c: row.tier,
      CS_ARR__c: row.arr,
      CS_Renewal_Date__c: row.renewalDate,
      CS_Cadence_Days__c: row.cadenceDays,
    },
  }),
});
