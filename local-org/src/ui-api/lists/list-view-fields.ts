import type { Schema } from '../../schema/types.ts';

/**
 * Standard fields as the metadata of list views names them; custom fields go by their API name.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm
 */
const ACCOUNT_FIELDS: Readonly<Record<string, string>> = {
  'ACCOUNT.NAME': 'Name',
  'ACCOUNT.SITE': 'Site',
  'ACCOUNT.PHONE1': 'Phone',
  'ACCOUNT.PHONE2': 'Fax',
  'ACCOUNT.URL': 'Website',
  'ACCOUNT.TYPE': 'Type',
  'ACCOUNT.INDUSTRY': 'Industry',
  'ACCOUNT.RATING': 'Rating',
  'ACCOUNT.SALES': 'AnnualRevenue',
  'ACCOUNT.EMPLOYEES': 'NumberOfEmployees',
  'ACCOUNT.ACCOUNT_NUMBER': 'AccountNumber',
  'ACCOUNT.ACCOUNTSOURCE': 'AccountSource',
  'ACCOUNT.DESCRIPTION': 'Description',
  'ACCOUNT.OWNERSHIP': 'Ownership',
  'ACCOUNT.TICKER': 'TickerSymbol',
  'ACCOUNT.SICCODE': 'Sic',
  'ACCOUNT.ADDRESS1_CITY': 'BillingCity',
  'ACCOUNT.ADDRESS1_STATE': 'BillingState',
  'ACCOUNT.ADDRESS1_ZIP': 'BillingPostalCode',
  'ACCOUNT.ADDRESS1_COUNTRY': 'BillingCountry',
  'ACCOUNT.CREATED_DATE': 'CreatedDate',
  'ACCOUNT.LAST_UPDATE': 'LastModifiedDate',
  'CORE.USERS.ALIAS': 'Owner.Alias',
  'CORE.USERS.FULL_NAME': 'Owner.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
};
const CUSTOM_OBJECT_FIELDS: Readonly<Record<string, string>> = {
  NAME: 'Name',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FULL_NAME': 'Owner.Name',
  CREATEDBY_USER: 'CreatedBy.Name',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
};

/** The path (`Owner.Alias`) of a field that a list view's metadata names, or undefined. */
export function listViewFieldPath(schema: Schema, object: string, name: string): string | undefined {
  const standard = object.endsWith('__c') ? CUSTOM_OBJECT_FIELDS : object === 'Account' ? ACCOUNT_FIELDS : {};
  return standard[name] ?? schema.field(object, name)?.name;
}
