/**
 * System permissions that a permission set may grant in the local org. Another one is refused, so that nothing
 * is granted which is then not enforced.
 */
export const SYSTEM_PERMISSIONS: ReadonlySet<string> = new Set([
  'ActivitiesAccess',
  'ApiEnabled',
  'ApiUserOnly',
  'AssignPermissionSets',
  'CreateAuditFields',
  'CustomizeApplication',
  'EditEvent',
  'EditTask',
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
