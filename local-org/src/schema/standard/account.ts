import { contactPoint, currency, lookup, picklist, text, textArea, wholeNumber } from '../field-builders.ts';
import { addressParts, standardObject } from './standard-object.ts';

const INDUSTRIES = [
  ...['Agriculture', 'Apparel', 'Banking', 'Biotechnology', 'Chemicals', 'Communications', 'Construction'],
  ...['Consulting', 'Education', 'Electronics', 'Energy', 'Engineering', 'Entertainment', 'Environmental'],
  ...['Finance', 'Food & Beverage', 'Government', 'Healthcare', 'Hospitality', 'Insurance', 'Machinery'],
  ...['Manufacturing', 'Media', 'Not For Profit', 'Recreation', 'Retail', 'Shipping', 'Technology'],
  ...['Telecommunications', 'Transportation', 'Utilities', 'Other'],
];

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_account.htm */
export const account = standardObject(
  {
    name: 'Account',
    label: 'Account',
    labelPlural: 'Accounts',
    keyPrefix: '001',
    sharingModel: 'ReadWrite',
    owned: true,
  },
  [
    text('Name', 'Account Name', 255, { nillable: false }),
    picklist('Type', 'Account Type', [
      ...['Prospect', 'Customer - Direct', 'Customer - Channel', 'Channel Partner / Reseller'],
      ...['Installation Partner', 'Technology Partner', 'Other'],
    ]),
    lookup('ParentId', 'Parent Account ID', 'Account', { child: 'ChildAccounts' }),
    ...addressParts('Billing').map((part) => text(part.name, part.label, part.length)),
    ...addressParts('Shipping').map((part) => text(part.name, part.label, part.length)),
    contactPoint('phone', 'Phone', 'Account Phone'),
    contactPoint('phone', 'Fax', 'Account Fax'),
    text('AccountNumber', 'Account Number', 40),
    contactPoint('url', 'Website', 'Website'),
    text('Sic', 'SIC Code', 20),
    picklist('Industry', 'Industry', INDUSTRIES),
    currency('AnnualRevenue', 'Annual Revenue', { scale: 0 }),
    wholeNumber('NumberOfEmployees', 'Employees'),
    picklist('Ownership', 'Ownership', ['Public', 'Private', 'Subsidiary', 'Other']),
    text('TickerSymbol', 'Ticker Symbol', 20),
    textArea('Description', 'Account Description', 32000),
    picklist('Rating', 'Account Rating', ['Hot', 'Warm', 'Cold']),
    text('Site', 'Account Site', 80),
    picklist('AccountSource', 'Account Source', [
      ...['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'],
    ]),
  ],
);
