import {
  checkbox,
  contactPoint,
  dateTime,
  filledByPlatform,
  lookup,
  picklist,
  text,
  textArea,
} from '../field-builders.ts';
import { standardObject } from './standard-object.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_case.htm */
export const caseObject = standardObject(
  {
    name: 'Case',
    label: 'Case',
    labelPlural: 'Cases',
    keyPrefix: '500',
    sharingModel: 'ReadWrite',
    nameField: 'CaseNumber',
    owned: true,
  },
  [
    text('CaseNumber', 'Case Number', 30, {
      ...filledByPlatform,
      nillable: false,
      autoNumber: { format: '{00000000}' },
    }),
    lookup('ContactId', 'Contact ID', 'Contact', { child: 'Cases', onDelete: 'Restrict' }),
    lookup('AccountId', 'Account ID', 'Account', { child: 'Cases', onDelete: 'Restrict' }),
    lookup('ParentId', 'Parent Case ID', 'Case', { child: 'Cases' }),
    text('SuppliedName', 'Name', 80),
    contactPoint('email', 'SuppliedEmail', 'Email Address'),
    contactPoint('phone', 'SuppliedPhone', 'Phone'),
    text('SuppliedCompany', 'Company', 80),
    picklist('Type', 'Case Type', ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other']),
    picklist('Status', 'Status', ['New', 'Working', 'Escalated', 'Closed'], { defaultValue: 'New' }),
    picklist('Reason', 'Case Reason', [
      ...['Installation', 'Equipment Complexity', 'Performance', 'Breakdown', 'Equipment Design', 'Feedback'],
      'Other',
    ]),
    picklist('Origin', 'Case Origin', ['Phone', 'Email', 'Web']),
    text('Subject', 'Subject', 255),
    picklist('Priority', 'Priority', ['High', 'Medium', 'Low'], { defaultValue: 'Medium' }),
    textArea('Description', 'Description', 32000),
    checkbox('IsClosed', 'Closed', filledByPlatform),
    dateTime('ClosedDate', 'Closed Date', filledByPlatform),
    checkbox('IsEscalated', 'Escalated'),
    textArea('Comments', 'Internal Comments', 4000, { updateable: false }),
  ],
);
