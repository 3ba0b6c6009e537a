import type { FieldDef } from '../schema/types.ts';

/**
 * The standard fields that field-level security governs, as the permission sets of an org name them: an address as a
 * whole, never its parts. Fields that are not listed follow their object: required ones, names, owners, and what the
 * platform keeps itself. Activities are left out, whose standard fields follow the rights to activities.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm
 */
const GOVERNED: Readonly<Record<string, ReadonlySet<string>>> = {
  Account: new Set([
    ...[
      'AccountNumber',
      'AccountSource',
      'AnnualRevenue',
      'BillingAddress',
      'Description',
      'Fax',
      'Industry',
    ],
    ...['NumberOfEmployees', 'Ownership', 'ParentId', 'Phone', 'Rating', 'ShippingAddress', 'Sic', 'Site'],
    ...['TickerSymbol', 'Type', 'Website'],
  ]),
  Contact: new Set([
    ...['AccountId', 'Birthdate', 'Department', 'Description', 'Email', 'HasOptedOutOfEmail', 'LeadSource'],
    ...['MailingAddress', 'MobilePhone', 'Phone', 'ReportsToId', 'Title'],
  ]),
  Case: new Set([
    ...[
      'AccountId',
      'ClosedDate',
      'Comments',
      'ContactId',
      'Description',
      'IsEscalated',
      'Origin',
      'ParentId',
    ],
    ...['Priority', 'Reason', 'Subject', 'SuppliedCompany', 'SuppliedEmail', 'SuppliedName', 'SuppliedPhone'],
    'Type',
  ]),
  Opportunity: new Set([
    ...['AccountId', 'Amount', 'ContactId', 'Description', 'LeadSource', 'NextStep', 'Probability', 'Type'],
  ]),
};

const ADDRESS_PART = /^(Billing|Shipping|Mailing)(Street|City|State|PostalCode|Country)$/;

/** The name under which field permissions govern a standard field; null where it follows its object. */
export function governedAs(objectName: string, field: FieldDef): string | null {
  const name = field.name.replace(ADDRESS_PART, '$1Address');
  return isGovernedStandardField(objectName, name) ? name : null;
}

/** Whether field permissions may name this standard field. */
export function isGovernedStandardField(objectName: string, name: string): boolean {
  return GOVERNED[objectName]?.has(name) ?? false;
}
