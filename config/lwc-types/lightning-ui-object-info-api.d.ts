/** `lightning/uiObjectInfoApi`, https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-ui-api-object-info.html */
declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';

  /** An object as the user may see it: a field that she may not read is missing. */
  export interface ObjectInfo {
    apiName: string;
    defaultRecordTypeId: string;
    createable: boolean;
    updateable: boolean;
    fields: Record<string, { apiName: string; label: string; createable: boolean; updateable: boolean }>;
  }

  export interface ObjectInfoResult {
    data?: ObjectInfo;
    error?: unknown;
  }

  export interface PicklistValue {
    label: string;
    value: string;
  }

  export interface PicklistsResult {
    data?: { picklistFieldValues: Record<string, { values: PicklistValue[] }> };
    error?: unknown;
  }

  export const getObjectInfo: WireAdapterConstructor<{ objectApiName: unknown }, ObjectInfoResult>;
  export const getPicklistValuesByRecordType: WireAdapterConstructor<
    { objectApiName: unknown; recordTypeId: string | undefined },
    PicklistsResult
  >;
}
