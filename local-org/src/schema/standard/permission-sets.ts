import { checkbox, lookup, picklist, text } from '../field-builders.ts';
import { standardObject } from './standard-object.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_permissionset.htm */
export const permissionSet = standardObject(
  {
    name: 'PermissionSet',
    label: 'Permission Set',
    labelPlural: 'Permission Sets',
    keyPrefix: '0PS',
    sharingModel: 'Read',
    recycleBin: false,
    readOnly: true,
  },
  [
    text('Name', 'Permission Set Name', 80, { nillable: false, unique: true }),
    text('Label', 'Permission Set Label', 80, { nillable: false }),
    text('Description', 'Description', 255),
    checkbox('IsOwnedByProfile', 'Is Owned By Profile'),
    checkbox('IsCustom', 'Is Custom', { defaultValue: true }),
    picklist('Type', 'Permission Set Type', ['Regular', 'Profile', 'Standard'], { defaultValue: 'Regular' }),
    text('NamespacePrefix', 'Namespace Prefix', 15),
  ],
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_permissionsetassignment.htm */
export const permissionSetAssignment = standardObject(
  {
    name: 'PermissionSetAssignment',
    label: 'Permission Set Assignment',
    labelPlural: 'Permission Set Assignments',
    keyPrefix: '0Pa',
    sharingModel: 'Read',
    recycleBin: false,
    nameField: 'Id',
  },
  [
    lookup('PermissionSetId', 'PermissionSet ID', 'PermissionSet', {
      nillable: false,
      updateable: false,
      child: 'Assignments',
      onDelete: 'Cascade',
    }),
    lookup('AssigneeId', 'Assignee ID', 'User', {
      nillable: false,
      updateable: false,
      child: 'PermissionSetAssignments',
      onDelete: 'Cascade',
    }),
  ],
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_permissionsetlicense.htm */
export const permissionSetLicense = standardObject(
  {
    name: 'PermissionSetLicense',
    label: 'Permission Set License',
    labelPlural: 'Permission Set Licenses',
    keyPrefix: '0PL',
    sharingModel: 'Read',
    recycleBin: false,
    readOnly: true,
    nameField: 'MasterLabel',
  },
  [
    text('DeveloperName', 'Permission Set License Name', 80, { nillable: false, unique: true }),
    text('MasterLabel', 'Permission Set License Label', 80, { nillable: false }),
    picklist('Status', 'Status', ['Active', 'Disabled'], { defaultValue: 'Active' }),
  ],
);

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_permissionsetlicenseassign.htm */
export const permissionSetLicenseAssign = standardObject(
  {
    name: 'PermissionSetLicenseAssign',
    label: 'Permission Set License Assignment',
    labelPlural: 'Permission Set License Assignments',
    keyPrefix: '2LA',
    sharingModel: 'Read',
    recycleBin: false,
    nameField: 'Id',
  },
  [
    lookup('PermissionSetLicenseId', 'Permission Set License ID', 'PermissionSetLicense', {
      nillable: false,
      updateable: false,
      child: 'PermissionSetLicenseAssignments',
      onDelete: 'Cascade',
    }),
    lookup('AssigneeId', 'Assignee ID', 'User', {
      nillable: false,
      updateable: false,
      child: 'PermissionSetLicenseAssignments',
      onDelete: 'Cascade',
    }),
  ],
);
