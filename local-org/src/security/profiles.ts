import type { ObjectPermission } from './types.ts';

export interface ProfileDef {
  name: string;
  description: string;
  systemPermissions: readonly string[];
  /** Whether the profile itself opens standard fields, or leaves them to permission sets. */
  standardFields: 'open' | 'by permission set';
  /** Whether the profile itself shows standard tabs, or leaves them to permission sets; custom tabs it never shows. */
  standardTabs: 'shown' | 'by permission set';
  /** Rights on standard objects; custom objects come through permission sets. */
  objectPermissions: Readonly<Record<string, readonly ObjectPermission[]>>;
}

const ALL: readonly ObjectPermission[] = ['read', 'create', 'edit', 'delete', 'viewAll', 'modifyAll'];
const FULL_USE: readonly ObjectPermission[] = ['read', 'create', 'edit', 'delete'];
const READ: readonly ObjectPermission[] = ['read'];

/** Everyone who is logged in may read who else is there, and which kinds of notification there are. */
const DIRECTORY = {
  ...{ User: READ, UserRole: READ, Profile: READ, Organization: READ },
  CustomNotificationType: READ,
};
const PERMISSIONS_READ = {
  PermissionSet: READ,
  PermissionSetAssignment: READ,
  PermissionSetLicense: READ,
  PermissionSetLicenseAssign: READ,
};

/**
 * The profile of the Salesforce Integration user license. It opens no field that permissions govern.
 * https://help.salesforce.com/s/articleView?id=platform.integration_user.htm
 */
export const INTEGRATION_PROFILE = 'Minimum Access - API Only Integrations';

/** The profiles of the local org, with the rights that a new Developer Edition org gives them. */
export const PROFILES: readonly ProfileDef[] = [
  {
    name: 'System Administrator',
    description: 'Sets the org up; sees and changes every record.',
    standardFields: 'open',
    standardTabs: 'shown',
    systemPermissions: [
      ...['ActivitiesAccess', 'ApiEnabled', 'AssignPermissionSets', 'CustomizeApplication', 'EditEvent'],
      ...['EditTask', 'LightningExperienceUser', 'ManageUsers', 'ModifyAllData', 'ModifyMetadata'],
      ...['RunReports', 'SendCustomNotifications', 'ViewAllData', 'ViewSetup'],
    ],
    objectPermissions: {
      ...DIRECTORY,
      Account: ALL,
      Contact: ALL,
      Case: ALL,
      Opportunity: ALL,
      User: ['read', 'create', 'edit'],
      UserRole: FULL_USE,
      PermissionSet: READ,
      PermissionSetAssignment: ['read', 'create', 'delete'],
      PermissionSetLicense: READ,
      PermissionSetLicenseAssign: ['read', 'create', 'delete'],
    },
  },
  {
    name: 'Standard User',
    description: 'Works with accounts, contacts, opportunities, cases and activities.',
    standardFields: 'open',
    standardTabs: 'shown',
    systemPermissions: [
      ...['ActivitiesAccess', 'ApiEnabled', 'EditEvent', 'EditTask', 'LightningExperienceUser'],
      ...['RunReports', 'ViewSetup'],
    ],
    objectPermissions: {
      ...DIRECTORY,
      ...PERMISSIONS_READ,
      Account: FULL_USE,
      Contact: FULL_USE,
      Case: ['read', 'create', 'edit'],
      Opportunity: FULL_USE,
    },
  },
  {
    name: 'Minimum Access - Salesforce',
    description: 'Logs in, and does what permission sets add.',
    standardFields: 'by permission set',
    standardTabs: 'by permission set',
    systemPermissions: ['ActivitiesAccess', 'LightningExperienceUser'],
    objectPermissions: DIRECTORY,
  },
  {
    name: INTEGRATION_PROFILE,
    description: 'For integrations: the API only, and what permission sets add.',
    standardFields: 'by permission set',
    standardTabs: 'by permission set',
    systemPermissions: ['ActivitiesAccess', 'ApiEnabled', 'ApiUserOnly'],
    objectPermissions: DIRECTORY,
  },
];
