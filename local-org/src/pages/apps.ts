import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { assignedPermissionSets } from './org-users.ts';
import { children, parseXml, text, texts, type XmlNode } from './xml.ts';

export interface App {
  name: string;
  label: string;
  description: string;
  tabs: string[];
  /** Record pages of this app for the desktop, by object. */
  recordPages: Record<string, string>;
  /** The app's own home page. */
  homePage?: string;
}

/** What an org without any app of its own still offers. */
const STANDARD_APP: App = {
  name: 'standard__LightningSales',
  label: 'Sales',
  description: 'Accounts, contacts and cases.',
  tabs: ['standard-home', 'standard-Account', 'standard-Contact', 'standard-Case'],
  recordPages: {},
};

/**
 * The apps that a user may open: a deployed app is visible to nobody until a permission set (or the user's
 * profile) says so, whoever deployed it.
 */
export function visibleApps(org: Org, user: UserContext): App[] {
  const visible = grantedApps(org, user);
  const own = org.metadata.list('CustomApplication').filter(({ fullName }) => visible.has(fullName));
  return [
    ...own.map(({ fullName, files }) => readApp(fullName, Object.values(files)[0] ?? '')),
    STANDARD_APP,
  ];
}

function grantedApps(org: Org, user: UserContext): Set<string> {
  const assigned = assignedPermissionSets(org, user.userId);
  const grants = [
    ...org.metadata.list('PermissionSet').filter(({ fullName }) => assigned.has(fullName)),
    ...org.metadata.list('Profile').filter(({ fullName }) => profileNames(user).includes(fullName)),
  ];
  return new Set(
    grants.flatMap(({ type, files }) =>
      children(parseXml(Object.values(files)[0] ?? '', type), 'applicationVisibilities')
        .filter((one) => text(one, 'visible') === 'true')
        .map((one) => text(one, 'application') ?? ''),
    ),
  );
}

/** Metadata calls the administrator's profile `Admin`, `Standard User` `Standard`. */
function profileNames({ profileName }: UserContext): string[] {
  const alias = { 'System Administrator': 'Admin', 'Standard User': 'Standard' }[profileName];
  return alias ? [profileName, alias] : [profileName];
}

function readApp(name: string, xml: string): App {
  const app = parseXml(xml, 'CustomApplication');
  const overrides = children(app, 'actionOverrides').filter(isDesktopPage);
  const pageOf = (action: string) => overrides.filter((one) => text(one, 'actionName') === action);
  const homePage = pageOf('Tab').find((one) => text(one, 'pageOrSobjectType') === 'standard-home');
  return {
    name,
    label: text(app, 'label') ?? name,
    description: text(app, 'description') ?? '',
    tabs: texts(app, 'tabs'),
    recordPages: Object.fromEntries(
      pageOf('View').map((one) => [text(one, 'pageOrSobjectType') ?? '', text(one, 'content') ?? '']),
    ),
    ...(homePage ? { homePage: text(homePage, 'content') } : {}),
  };
}

function isDesktopPage(override: XmlNode): boolean {
  const formFactor = text(override, 'formFactor') ?? 'Large';
  return text(override, 'type')?.toLowerCase() === 'flexipage' && formFactor === 'Large';
}
