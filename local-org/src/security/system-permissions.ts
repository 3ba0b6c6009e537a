/**
 * System permissions that the local org knows. A permission set that names another one is refused by the
 * deploy, so that nothing is granted which is then not enforced.
 */
export const SYSTEM_PERMISSIONS: ReadonlySet<string> = new Set([
  'ActivitiesAccess',
  'ApiEnabled',
  'ApiUserOnly',
  'AssignPermissionSets',
  'CustomizeApplication',
  'EditTask',
  'EditEvent',
  'LightningConsoleAllowedForUser',
  'LightningExperienceUser',
  'ManageUsers',
  'ModifyAllData',
  'ModifyMetadata',
  'RunReports',
  'SendCustomNotifications',
  'ViewAllData',
  'ViewSetup',
]);
