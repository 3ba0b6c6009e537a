import type { RecordInput } from 'lightning/uiRecordApi';
import TEMPLATE from '@salesforce/schema/CS_Template__c';
import BODY from '@salesforce/schema/CS_Template__c.CS_Body__c';
import NAME from '@salesforce/schema/CS_Template__c.Name';
import SUBJECT from '@salesforce/schema/CS_Template__c.CS_Subject__c';
import TYPE from '@salesforce/schema/CS_Template__c.CS_Type__c';
import { unknownFieldsIn } from 'c/csMergeFields';

/** A template that is in the org. */
export interface EditedTemplate {
  id: string;
  name: string;
  type: string;
  subject: string | null;
  body: string;
}

/** What the form holds. */
export interface TemplateEntry {
  name: string;
  type: string;
  subject: string;
  /** HTML with merge fields. */
  body: string;
}

/** The values of `CS_Type__c`. */
export const TYPE_OPTIONS = ['Email', 'Note'].map((value) => ({ label: value, value }));

/** What the form starts from. */
export function entryOf(template: EditedTemplate | undefined): TemplateEntry {
  const { name = '', type = 'Email', subject = '', body = '' } = template ?? {};
  return { name, type, subject: subject ?? '', body };
}

/** The record to create, or to update where there is an `id`; only an email has a subject. */
export function templateRecord(entry: TemplateEntry, id: string | undefined): RecordInput {
  const fields = {
    [NAME.fieldApiName]: entry.name.trim(),
    [TYPE.fieldApiName]: entry.type,
    [SUBJECT.fieldApiName]: (entry.type === 'Email' && entry.subject.trim()) || null,
    [BODY.fieldApiName]: entry.body,
  };
  return id ? { fields: { ...fields, Id: id } } : { apiName: TEMPLATE.objectApiName, fields };
}

/** A sentence about names between braces that are no merge field; empty when all are known. */
export function unknownText({ subject, body }: TemplateEntry): string {
  const unknown = [...new Set([...unknownFieldsIn(subject), ...unknownFieldsIn(body)])];
  return unknown.length ? `Not a merge field: ${unknown.join(', ')}. It would stay unfilled.` : '';
}
