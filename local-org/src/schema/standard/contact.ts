import {
  checkbox,
  contactPoint,
  date,
  filledByPlatform,
  lookup,
  picklist,
  text,
  textArea,
} from '../field-builders.ts';
import { addressParts, standardObject } from './standard-object.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contact.htm */
export const contact = standardObject(
  {
    name: 'Contact',
    label: 'Contact',
    labelPlural: 'Contacts',
    keyPrefix: '003',
    sharingModel: 'ControlledByParent',
    owned: true,
  },
  [
    lookup('AccountId', 'Account ID', 'Account', { child: 'Contacts', onDelete: 'Cascade' }),
    text('LastName', 'Last Name', 80, { nillable: false }),
    text('FirstName', 'First Name', 40),
    picklist('Salutation', 'Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.']),
    text('Name', 'Full Name', 121, filledByPlatform),
    ...addressParts('Mailing').map((part) => text(part.name, part.label, part.length)),
    contactPoint('phone', 'Phone', 'Business Phone'),
    contactPoint('phone', 'MobilePhone', 'Mobile Phone'),
    lookup('ReportsToId', 'Reports To ID', 'Contact'),
    contactPoint('email', 'Email', 'Email'),
    text('Title', 'Title', 128),
    text('Department', 'Department', 80),
    picklist('LeadSource', 'Lead Source', [
      ...['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'],
    ]),
    date('Birthdate', 'Birthdate'),
    textArea('Description', 'Contact Description', 32000),
    checkbox('HasOptedOutOfEmail', 'Email Opt Out'),
  ],
);
