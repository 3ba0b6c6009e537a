import type { Org } from '../../org.ts';
import type { PermissionSetDef } from '../../security/types.ts';

/** Lets the administrator open an app and see tabs, by a permission set as a deploy and an assignment would. */
export function grantApp(
  org: Org,
  application: string,
  tabSettings: PermissionSetDef['tabSettings'] = [],
): void {
  const name = `${application}_Users`;
  const grant = `<application>${application}</application><visible>true</visible>`;
  const xml = `<PermissionSet><label>${name}</label><applicationVisibilities>${grant}</applicationVisibilities></PermissionSet>`;
  org.metadata.put({ type: 'PermissionSet', fullName: name, files: { [`${name}.permissionset`]: xml } });
  org.permissionSets.savePermissionSet({
    name,
    label: name,
    objectPermissions: [],
    fieldPermissions: [],
    systemPermissions: [],
    tabSettings,
    applicationVisibilities: [{ application, visible: true }],
  });
  const admin = org.userById(org.adminId);
  const { records } = org.queries.soql(admin, `SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
  const given = { AssigneeId: org.adminId, PermissionSetId: String(records[0]?.Id) };
  const soql = `SELECT Id FROM PermissionSetAssignment WHERE PermissionSetId = '${given.PermissionSetId}'`;
  if (org.queries.soql(admin, soql).records.length > 0) return;
  org.records.create(admin, 'PermissionSetAssignment', given);
}
