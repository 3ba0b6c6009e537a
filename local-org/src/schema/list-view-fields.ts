import type { Schema } from './types.ts';

/**
 * Standard fields as list views and their filters name them: `ACCOUNT.NAME` rather than `Name`.
 * Names that have no entry are custom fields, by API name.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_listview.htm
 */
const STANDARD_OBJECT_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Account: {
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
  },
};

/** Standard columns of custom objects. */
const CUSTOM_OBJECT_FIELDS: Readonly<Record<string, string>> = {
  NAME: 'Name',
  CREATED_DATE: 'CreatedDate',
  LAST_UPDATE: 'LastModifiedDate',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FULL_NAME': 'Owner.Name',
  CREATEDBY_USER: 'CreatedBy.Name',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
};

/** Whether the standard columns of an object are known here. */
export function knowsListViewFields(objectName: string): boolean {
  return objectName.endsWith('__c') || objectName in STANDARD_OBJECT_FIELDS;
}

/** The path (`Owner.Alias`) of the field that a list view's metadata names, or undefined where there is none. */
export function listViewFieldPath(schema: Schema, objectName: string, name: string): string | undefined {
  if (/__c$/i.test(name)) return schema.field(objectName, name)?.name;
  const standard = objectName.endsWith('__c') ? CUSTOM_OBJECT_FIELDS : STANDARD_OBJECT_FIELDS[objectName];
  return standard?.[name];
}
