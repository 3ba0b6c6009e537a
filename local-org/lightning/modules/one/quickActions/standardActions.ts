import type { PageReference } from 'platform/location';

/** The form of a global action that writes an activity. */
export interface StandardAction {
  form: 'record' | 'email';
  title: string;
  objectApiName: string;
  /** What the form shows, in order, as the platform's own layout of the action does. */
  fields: string[];
  defaults: Record<string, unknown>;
  /** Fields that take the record that the action was opened for: a person, or anything else. */
  personField: string;
  aboutField: string;
}

const ACTIVITY = {
  form: 'record',
  objectApiName: 'Task',
  personField: 'WhoId',
  aboutField: 'WhatId',
} as const;
const CONTACT_PREFIX = '003';

const STANDARD_ACTIONS: Readonly<Record<string, StandardAction>> = {
  'Global.NewTask': {
    ...ACTIVITY,
    title: 'New Task',
    fields: ['Subject', 'ActivityDate', 'Priority', 'Status', 'WhoId', 'WhatId', 'Description'],
    defaults: {},
  },
  'Global.LogACall': {
    ...ACTIVITY,
    title: 'Log a Call',
    fields: ['Subject', 'Description', 'WhoId', 'WhatId'],
    defaults: { Subject: 'Call', Status: 'Completed', TaskSubtype: 'Call' },
  },
  // https://developer.salesforce.com/docs/platform/lwc/guide/use-quick-actions-email.html
  'Global.SendEmail': {
    form: 'email',
    title: 'Email',
    objectApiName: 'EmailMessage',
    fields: ['ToAddress', 'Subject', 'HtmlBody', 'RelatedToId'],
    defaults: {},
    personField: 'ToId',
    aboutField: 'RelatedToId',
  },
};

/** The action of this API name; undefined for one that the local org does not model. */
export function standardAction(apiName: string): StandardAction | undefined {
  return STANDARD_ACTIONS[apiName];
}

/**
 * What the form starts from: the record it was opened for, else the record of the page behind it, then the action's
 * own values, then those of the reference.
 */
export function defaultsOf(
  action: StandardAction,
  recordId: string | undefined,
  given: Record<string, string>,
): Record<string, unknown> {
  const field = recordId?.startsWith(CONTACT_PREFIX) ? action.personField : action.aboutField;
  return { ...(recordId ? { [field]: recordId } : {}), ...action.defaults, ...given };
}

/** API name of the action that a `standard__quickAction` reference means. */
export function actionNameOf(reference: PageReference): string {
  return reference.attributes.apiName ?? reference.attributes.actionName ?? '';
}
