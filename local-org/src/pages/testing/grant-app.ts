import type { Org } from '../../org.ts';

/** Lets the administrator open an app, by a permission set as a deploy and an assignment would. */
export function grantApp(org: Org, application: string): void {
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
    tabSettings: [],
    applicationVisibilities: [{ application, visible: true }],
  });
  const admin = org.userById(org.adminId);
  const { records } = org.queries.soql(admin, `SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
  org.records.create(admin, 'PermissionSetAssignment', {
    AssigneeId: org.adminId,
    PermissionSetId: String(records[0]?.Id),
  });
}
