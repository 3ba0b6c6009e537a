import type { PermissionSetDef } from '../../../security/types.ts';
import type { ComponentProblem } from '../../types/component-problem.ts';
import { definitionOf } from '../../types/source-component.ts';
import { childFlag, childNamed, childrenNamed, childText, type XmlElement } from '../../xml/xml-element.ts';
import type { ComponentHandler, DeployContext } from '../handler.ts';
import { checkDeveloperName, checkText } from '../names.ts';
import { notFound, problemAt } from '../problem.ts';
import { isStandardTab } from '../standard-names.ts';
import { checkFieldPermissions } from './check-field-permissions.ts';
import { checkObjectPermissions } from './check-object-permissions.ts';
import { checkUserPermissions } from './check-user-permissions.ts';

/** Parts of a permission set that grant access to what the local org does not have. */
const UNMODELLED = [
  ...['agentAccesses', 'classAccesses', 'customMetadataTypeAccesses', 'customPermissions'],
  ...['customSettingAccesses', 'emailRoutingAddressAccesses', 'externalCredentialPrincipalAccesses'],
  ...['externalDataSourceAccesses', 'flowAccesses', 'pageAccesses', 'recordTypeVisibilities'],
  ...['servicePresenceStatusAccesses', 'genComputingSummaryDefAccesses'],
];

/** A permission set: validated, then handed to the org's access control. */
export const permissionSet: ComponentHandler = {
  type: 'PermissionSet',
  deploy(component, context) {
    const set = definitionOf(component);
    const problems = [
      ...checkDeveloperName(component.fullName, 'Permission Set Name'),
      ...checkText(set, 'label', { maxLength: 80, missing: 'Required field is missing: label' }),
      ...checkText(set, 'description', { maxLength: 255 }),
      ...checkObjectPermissions(set, context),
      ...checkFieldPermissions(set, context),
      ...checkUserPermissions(set, context),
      ...checkLicense(set),
      ...checkTabs(set, context),
      ...checkApplications(set, context),
      ...UNMODELLED.flatMap((name) => {
        const part = childNamed(set, name);
        return part ? [problemAt(part, `The local org does not model ${name} of permission sets.`)] : [];
      }),
    ];
    if (problems.length === 0)
      context.org.permissionSets.savePermissionSet(readDefinition(component.fullName, set));
    return problems;
  },
  // The stricter reading: Setup refuses to delete a permission set that somebody has.
  remove(fullName, { org }) {
    const soql = `SELECT COUNT() FROM PermissionSetAssignment WHERE PermissionSet.Name = '${fullName}'`;
    const { totalSize } = org.queries.soql(org.userById(org.adminId), soql);
    if (totalSize > 0) {
      const message = `Cannot delete ${fullName}: it is assigned to ${totalSize} user(s). Remove the assignments first.`;
      return [{ message }];
    }
    org.permissionSets.removePermissionSet(fullName);
    return [];
  },
};

/** Every user of the local org has the Salesforce license. */
function checkLicense(set: XmlElement): ComponentProblem[] {
  const license = childText(set, 'license');
  if (license === undefined || license === 'Salesforce') return [];
  return [notFound(childNamed(set, 'license'), 'license', 'UserLicense', license)];
}

function checkTabs(set: XmlElement, { org, isDeployed }: DeployContext): ComponentProblem[] {
  return childrenNamed(set, 'tabSettings').flatMap((setting) => {
    const name = childText(setting, 'tab') ?? '';
    const exists = isStandardTab(name, (object) => org.schema.object(object) !== undefined);
    return exists || isDeployed('CustomTab', name)
      ? []
      : [notFound(childNamed(setting, 'tab'), 'tab', 'CustomTab', name)];
  });
}

function checkApplications(set: XmlElement, { isDeployed }: DeployContext): ComponentProblem[] {
  return childrenNamed(set, 'applicationVisibilities').flatMap((entry) => {
    const name = childText(entry, 'application') ?? '';
    const exists = name.startsWith('standard__') || isDeployed('CustomApplication', name);
    return exists
      ? []
      : [notFound(childNamed(entry, 'application'), 'application', 'CustomApplication', name)];
  });
}

function readDefinition(name: string, set: XmlElement): PermissionSetDef {
  return {
    name,
    label: childText(set, 'label') ?? name,
    description: childText(set, 'description'),
    license: childText(set, 'license'),
    objectPermissions: childrenNamed(set, 'objectPermissions').map((entry) => ({
      object: childText(entry, 'object') ?? '',
      read: childFlag(entry, 'allowRead'),
      create: childFlag(entry, 'allowCreate'),
      edit: childFlag(entry, 'allowEdit'),
      delete: childFlag(entry, 'allowDelete'),
      viewAll: childFlag(entry, 'viewAllRecords'),
      modifyAll: childFlag(entry, 'modifyAllRecords'),
    })),
    fieldPermissions: childrenNamed(set, 'fieldPermissions').map((entry) => ({
      field: childText(entry, 'field') ?? '',
      readable: childFlag(entry, 'readable'),
      editable: childFlag(entry, 'editable'),
    })),
    systemPermissions: childrenNamed(set, 'userPermissions')
      .filter((entry) => childFlag(entry, 'enabled'))
      .map((entry) => childText(entry, 'name') ?? ''),
    tabSettings: childrenNamed(set, 'tabSettings').map((entry) => ({
      tab: childText(entry, 'tab') ?? '',
      visibility: childText(entry, 'visibility') as 'Available' | 'None' | 'Visible',
    })),
    applicationVisibilities: childrenNamed(set, 'applicationVisibilities').map((entry) => ({
      application: childText(entry, 'application') ?? '',
      visible: childFlag(entry, 'visible'),
    })),
  };
}
