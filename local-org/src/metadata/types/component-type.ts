/** How one metadata type lies in a package: `<directory>/<fullName>.<suffix>`, a bundle folder, or inside its parent's file. */
export interface ComponentType {
  name: string;
  directory: string;
  /** Without it the type is a bundle (a folder of files below `directory`), or a folder of components. */
  suffix?: string;
  /** Its components lie in folders, which are components of this type: `<directory>/<folder>/<name>.<suffix>`. */
  folderType?: string;
  /** A folder of components of this type, declared in `<directory>/<fullName>-meta.xml`. */
  folderOf?: string;
  /** A content file with `-meta.xml` beside it. */
  hasMetaFile?: boolean;
  /** Element of the file → type of the component it declares. */
  children?: Readonly<Record<string, string>>;
  /** The one name its components can have. */
  onlyName?: string;
  /** The root element is the component's name and this (`Security` → `SecuritySettings`), not the type's name. */
  rootSuffix?: string;
}

/** The name of the root element of a component's definition. */
export function rootNameOf(type: ComponentType, fullName: string): string {
  return type.rootSuffix === undefined ? type.name : fullName + type.rootSuffix;
}

const CUSTOM_OBJECT_CHILDREN = {
  fields: 'CustomField',
  listViews: 'ListView',
  compactLayouts: 'CompactLayout',
  businessProcesses: 'BusinessProcess',
  fieldSets: 'FieldSet',
  indexes: 'Index',
  recordTypes: 'RecordType',
  sharingReasons: 'SharingReason',
  validationRules: 'ValidationRule',
  webLinks: 'WebLink',
};

/** The types that the local org deploys and retrieves, with the folders and suffixes of the Metadata API. */
export const COMPONENT_TYPES: readonly ComponentType[] = [
  { name: 'CustomObject', directory: 'objects', suffix: 'object', children: CUSTOM_OBJECT_CHILDREN },
  { name: 'Role', directory: 'roles', suffix: 'role' },
  {
    name: 'CustomLabels',
    directory: 'labels',
    suffix: 'labels',
    children: { labels: 'CustomLabel' },
    onlyName: 'CustomLabels',
  },
  { name: 'LightningMessageChannel', directory: 'messageChannels', suffix: 'messageChannel' },
  { name: 'StaticResource', directory: 'staticresources', suffix: 'resource', hasMetaFile: true },
  { name: 'CustomNotificationType', directory: 'notificationtypes', suffix: 'notiftype' },
  { name: 'LightningComponentBundle', directory: 'lwc' },
  { name: 'QuickAction', directory: 'quickActions', suffix: 'quickAction' },
  { name: 'Layout', directory: 'layouts', suffix: 'layout' },
  { name: 'FlexiPage', directory: 'flexipages', suffix: 'flexipage' },
  { name: 'CustomTab', directory: 'tabs', suffix: 'tab' },
  { name: 'CustomApplication', directory: 'applications', suffix: 'app' },
  { name: 'PermissionSet', directory: 'permissionsets', suffix: 'permissionset' },
  { name: 'ReportType', directory: 'reportTypes', suffix: 'reportType' },
  { name: 'ReportFolder', directory: 'reports', folderOf: 'Report' },
  { name: 'Report', directory: 'reports', suffix: 'report', folderType: 'ReportFolder' },
  { name: 'DashboardFolder', directory: 'dashboards', folderOf: 'Dashboard' },
  { name: 'Dashboard', directory: 'dashboards', suffix: 'dashboard', folderType: 'DashboardFolder' },
  { name: 'PlatformEventChannel', directory: 'platformEventChannels', suffix: 'platformEventChannel' },
  {
    name: 'PlatformEventChannelMember',
    directory: 'platformEventChannelMembers',
    suffix: 'platformEventChannelMember',
  },
  { name: 'Settings', directory: 'settings', suffix: 'settings', rootSuffix: 'Settings' },
  { name: 'ExternalClientApplication', directory: 'externalClientApps', suffix: 'eca' },
  { name: 'ExtlClntAppOauthSettings', directory: 'extlClntAppOauthSettings', suffix: 'ecaOauth' },
  { name: 'ExtlClntAppGlobalOauthSettings', directory: 'extlClntAppGlobalOauthSets', suffix: 'ecaGlblOauth' },
  {
    name: 'ExtlClntAppOauthConfigurablePolicies',
    directory: 'extlClntAppOauthPolicies',
    suffix: 'ecaOauthPlcy',
  },
];

/**
 * What a manifest's member names: a folder of reports is listed among the reports, as `CS_Reports`, or with a
 * slash at the end as the sf CLI writes it.
 */
export function readMember(type: string, name: string): { type: string; fullName: string } {
  const folderType = COMPONENT_TYPES.find((one) => one.name === type)?.folderType;
  const fullName = folderType === undefined ? name : name.replace(/\/$/, '');
  const isFolder = folderType !== undefined && fullName !== '*' && !fullName.includes('/');
  return { type: isFolder ? folderType : type, fullName };
}

/** The type under which manifests and results list a component: folders go with what they hold. */
export function listedType(type: string): string {
  return COMPONENT_TYPES.find(({ name }) => name === type)?.folderOf ?? type;
}

/** The type whose file declares components of this type (`CustomField` → CustomObject). */
export function parentTypeOf(childType: string): ComponentType | undefined {
  return COMPONENT_TYPES.find(({ children }) => Object.values(children ?? {}).includes(childType));
}

/** The element that declares a component of this type in its parent's file (`CustomField` → `fields`). */
export function childElementOf(childType: string): string | undefined {
  const children = Object.entries(parentTypeOf(childType)?.children ?? {});
  return children.find(([, type]) => type === childType)?.[0];
}
