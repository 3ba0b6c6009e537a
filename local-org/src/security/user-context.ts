import type { FieldDef, Schema } from '../schema/types.ts';
import type { ProfileDef } from './profiles.ts';
import { governedAs } from './standard-fields.ts';
import type { ObjectPermission, PermissionSetDef, UserContext } from './types.ts';

interface Identity {
  userId: string;
  username: string;
  userRoleId: string | null;
}

/** View All Data and Modify All Data cover business data; these stay with the rights listed for them. */
const SETUP_OBJECTS: ReadonlySet<string> = new Set([
  ...['User', 'UserRole', 'Profile', 'PermissionSet', 'PermissionSetAssignment', 'Organization'],
  ...['PermissionSetLicense', 'PermissionSetLicenseAssign', 'Report', 'Dashboard', 'Folder'],
  'CustomNotificationType',
]);

/** Activities have no object permissions of their own: these system permissions stand for them. */
const ACTIVITIES: readonly [object: string, editing: string][] = [
  ['task', 'EditTask'],
  ['event', 'EditEvent'],
];

/** Reports, dashboards and their folders are there for those who may run reports. */
const REPORT_OBJECTS = ['report', 'dashboard', 'folder'];

/**
 * Works out what a user may do. Standard fields follow the object, unless the profile leaves them to permission sets;
 * custom fields are granted by permission sets alone, but for required and master-detail fields, which follow the
 * object too.
 */
export function createUserContext(
  identity: Identity,
  profile: ProfileDef,
  permissionSets: readonly PermissionSetDef[],
  schema: Schema,
): UserContext {
  const system = new Set([
    ...profile.systemPermissions,
    ...permissionSets.flatMap((set) => set.systemPermissions),
  ]);
  const viewAllData = system.has('ViewAllData') || system.has('ModifyAllData');
  const modifyAllData = system.has('ModifyAllData');
  const objects = objectRights(profile, permissionSets);
  for (const [name, editing] of ACTIVITIES) objects.set(name, activityRights(system, editing));
  for (const name of REPORT_OBJECTS) objects.set(name, new Set(system.has('RunReports') ? ['read'] : []));
  const fields = fieldRights(permissionSets);
  const tabs = shownTabs(permissionSets);

  function canObject(objectName: string, permission: ObjectPermission): boolean {
    const object = schema.object(objectName);
    if (!object) return false;
    const rights = objects.get(object.name.toLowerCase());
    if (rights?.has(permission) || rights?.has('modifyAll')) return true;
    if (SETUP_OBJECTS.has(object.name)) return false;
    if (modifyAllData) return true;
    return viewAllData && (permission === 'read' || permission === 'viewAll');
  }

  function canField(objectName: string, fieldName: string, access: 'read' | 'edit'): boolean {
    const field = schema.field(objectName, fieldName);
    if (!field || !canObject(objectName, 'read')) return false;
    if (access === 'edit' && !field.createable && !field.updateable) return false;
    const governed = profile.standardFields === 'by permission set' ? governedAs(objectName, field) : null;
    if (governed === null && followsObject(field)) return true;
    return fields.get(`${objectName}.${governed ?? fieldName}`.toLowerCase())?.has(access) ?? false;
  }

  return {
    ...identity,
    profileName: profile.name,
    viewAllData,
    modifyAllData,
    schema,
    hasSystemPermission: (name) => system.has(name),
    canObject,
    canField,
    showsTab: (name) =>
      tabs.has(name.toLowerCase()) || (profile.standardTabs === 'shown' && name.startsWith('standard-')),
  };
}

/** True for fields that field-level security does not touch: standard, required and master-detail ones. */
export function followsObject(field: FieldDef): boolean {
  if (!field.custom || field.reference?.masterDetail) return true;
  return !field.nillable && field.type !== 'boolean';
}

function activityRights(system: ReadonlySet<string>, editing: string): Set<ObjectPermission> {
  if (system.has(editing)) return new Set(['read', 'create', 'edit', 'delete']);
  return new Set(system.has('ActivitiesAccess') ? ['read'] : []);
}

function objectRights(
  profile: ProfileDef,
  permissionSets: readonly PermissionSetDef[],
): Map<string, Set<ObjectPermission>> {
  const rights = new Map(
    Object.entries(profile.objectPermissions).map(([name, granted]) => [
      name.toLowerCase(),
      new Set(granted),
    ]),
  );
  const names = ['read', 'create', 'edit', 'delete', 'viewAll', 'modifyAll'] as const;
  for (const grant of permissionSets.flatMap((set) => set.objectPermissions)) {
    const granted = rights.get(grant.object.toLowerCase()) ?? new Set<ObjectPermission>();
    for (const name of names) if (grant[name]) granted.add(name);
    rights.set(grant.object.toLowerCase(), granted);
  }
  return rights;
}

function fieldRights(permissionSets: readonly PermissionSetDef[]): Map<string, Set<'read' | 'edit'>> {
  const rights = new Map<string, Set<'read' | 'edit'>>();
  for (const grant of permissionSets.flatMap((set) => set.fieldPermissions)) {
    const granted = rights.get(grant.field.toLowerCase()) ?? new Set<'read' | 'edit'>();
    if (grant.readable || grant.editable) granted.add('read');
    if (grant.editable) granted.add('edit');
    rights.set(grant.field.toLowerCase(), granted);
  }
  return rights;
}

/**
 * Tabs that are Available and Visible. One that is only Available is found in the App Launcher, and a deployed tab that
 * nobody was given is hidden, from its deployer too.
 * https://help.salesforce.com/s/articleView?id=platform.permissions_tab_settings_ref.htm
 */
function shownTabs(permissionSets: readonly PermissionSetDef[]): Set<string> {
  const settings = permissionSets.flatMap((set) => set.tabSettings);
  return new Set(
    settings.filter(({ visibility }) => visibility === 'Visible').map(({ tab }) => tab.toLowerCase()),
  );
}
