import { compactLayout } from './compact-layout.ts';
import { customApplication } from './custom-application.ts';
import { customField } from './custom-field/custom-field.ts';
import { customLabel, customLabels } from './custom-labels.ts';
import { customNotificationType } from './custom-notification-type.ts';
import { customObject } from './custom-object/custom-object.ts';
import { customTab } from './custom-tab.ts';
import { externalClientApplication } from './external-client-app/external-client-application.ts';
import { globalOauthSettings } from './external-client-app/global-oauth-settings.ts';
import { oauthPolicies } from './external-client-app/oauth-policies.ts';
import { oauthSettings } from './external-client-app/oauth-settings.ts';
import { flexiPage } from './flexi-page/flexi-page.ts';
import type { ComponentHandler } from './handler.ts';
import { layout } from './layout.ts';
import { lightningComponentBundle } from './lightning-component-bundle/lightning-component-bundle.ts';
import { lightningMessageChannel } from './lightning-message-channel.ts';
import { listView } from './list-view/list-view.ts';
import { permissionSet } from './permission-set/permission-set.ts';
import { dashboard } from './reports/dashboard.ts';
import { dashboardFolder, reportFolder } from './reports/folders.ts';
import { reportType } from './reports/report-type.ts';
import { report } from './reports/report.ts';
import { platformEventChannel } from './platform-event-channel.ts';
import { platformEventChannelMember } from './platform-event-channel-member.ts';
import { quickAction } from './quick-action.ts';
import { role } from './role.ts';
import { securitySettings } from './settings/security-settings.ts';
import { staticResource } from './static-resource.ts';

/**
 * Every type the local org deploys, in the order in which a deploy takes them: what is referred to before what
 * refers to it. Deleting goes the other way.
 */
export const HANDLERS: readonly ComponentHandler[] = [
  ...[role, customObject, customField, customLabels, customLabel],
  ...[lightningMessageChannel, staticResource, customNotificationType, listView, compactLayout],
  ...[lightningComponentBundle, quickAction, layout, flexiPage, customTab, customApplication, permissionSet],
  ...[platformEventChannel, platformEventChannelMember],
  ...[reportType, reportFolder, report, dashboardFolder, dashboard],
  // After the permission sets: what a setting opens can be granted by the next deploy, not by its own.
  securitySettings,
  ...[externalClientApplication, oauthSettings, globalOauthSettings, oauthPolicies],
];

export const COMPONENTS_IN_ORDER: readonly string[] = HANDLERS.map(({ type }) => type);
