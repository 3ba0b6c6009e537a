import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import type { PageReference } from 'lightning/navigation';

/** What Salesforce itself has a form for. */
export type QuickActionName = 'logCall' | 'sendEmail' | 'createTask';

/** Whom an action is about; what is not known is left out. */
export interface QuickActionTarget {
  accountId?: string | undefined;
  contactId?: string | undefined;
  /** Address of the contact: the email composer fills in nobody from an account. */
  contactEmail?: string | undefined;
}

// The platform's global actions. Components may not write Task or EmailMessage themselves, and the org's own forms
// are those that an admin has laid out. https://developer.salesforce.com/docs/platform/lwc/guide/use-quick-actions-email.html
const API_NAMES: Readonly<Record<QuickActionName, string>> = {
  logCall: 'Global.LogACall',
  sendEmail: 'Global.SendEmail',
  createTask: 'Global.NewTask',
};

/**
 * The page that opens the form of a quick action with account and contact filled in.
 *
 * @param action which form
 * @param target whom it is about
 * @param values further default values by API name; of a Task, or for `sendEmail` of an EmailMessage
 * @example
 * this[NavigationMixin.Navigate](quickActionPage('logCall', { accountId: row.id }));
 */
export function quickActionPage(
  action: QuickActionName,
  target: QuickActionTarget,
  values: Record<string, string> = {},
): PageReference {
  const { accountId, contactId } = target;
  const defaults = { ...(action === 'sendEmail' ? emailTo(target) : activityAbout(target)), ...values };
  return {
    type: 'standard__quickAction',
    attributes: { apiName: API_NAMES[action] },
    state: {
      // The contact where there is one: from it the composer takes whom to write to.
      recordId: contactId ?? accountId ?? '',
      defaultFieldValues: encodeDefaultFieldValues(defaults),
    },
  };
}

function activityAbout({ accountId, contactId }: QuickActionTarget): Record<string, string> {
  return { ...(accountId ? { WhatId: accountId } : {}), ...(contactId ? { WhoId: contactId } : {}) };
}

function emailTo({ accountId, contactEmail }: QuickActionTarget): Record<string, string> {
  return {
    ...(accountId ? { RelatedToId: accountId } : {}),
    ...(contactEmail ? { ToAddress: contactEmail } : {}),
  };
}
