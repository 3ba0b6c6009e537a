import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import RecordModal from 'one/recordModal';
import type { PageReference } from 'platform/location';
import { readObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfo } from 'platform/fieldInfo';
import { fieldsOf, readRecordLayout } from 'platform/recordLayout';
import { messageOf } from 'platform/shellData';

interface RecordModalRequest {
  objectApiName: string;
  recordId?: string | undefined;
  title?: string;
  fields?: string[];
  defaults?: Record<string, unknown>;
}

interface StandardAction {
  title: string;
  objectApiName: string;
  fields: string[];
  defaults: Record<string, unknown>;
}

/** The global actions that write an activity; others are refused with a word. */
const STANDARD_ACTIONS: Readonly<Record<string, StandardAction>> = {
  'Global.NewTask': {
    title: 'New Task',
    objectApiName: 'Task',
    fields: ['Subject', 'ActivityDate', 'Priority', 'Status', 'WhatId', 'Description'],
    defaults: {},
  },
  'Global.LogACall': {
    title: 'Log a Call',
    objectApiName: 'Task',
    fields: ['Subject', 'Description', 'WhatId'],
    defaults: { Subject: 'Call', Status: 'Completed', TaskSubtype: 'Call' },
  },
};

/** Opens the form of one record, and tells when it was saved. */
export async function openRecordModal(request: RecordModalRequest): Promise<unknown> {
  try {
    const { label } = await readObjectInfo<ObjectInfo>(request.objectApiName);
    const title = request.title ?? `${request.recordId ? 'Edit' : 'New'} ${label}`;
    const fields = request.fields ?? fieldsOf(await readRecordLayout(request.objectApiName, 'Full'));
    const saved = await RecordModal.open({ label: title, size: 'medium', ...request, fields } as never);
    if (saved) notify({ title: `${label} was saved.`, variant: 'success' });
    return saved;
  } catch (error) {
    notify({ title: messageOf(error), variant: 'error' });
    return undefined;
  }
}

/** Opens what a `standard__quickAction` reference names, for the record of the page behind it. */
export function openQuickAction(action: PageReference, page: PageReference | undefined): void {
  const name = action.attributes.apiName ?? action.attributes.actionName ?? '';
  const known = STANDARD_ACTIONS[name];
  if (!known) {
    notify({ title: `The local org does not model the action ${name || action.type}.`, variant: 'error' });
    return;
  }
  const { recordId, defaultFieldValues } = action.state;
  const relatedTo = recordId ?? page?.attributes.recordId;
  const given = Object.fromEntries(new URLSearchParams(defaultFieldValues ?? '').entries());
  const defaults = { ...(relatedTo ? { WhatId: relatedTo } : {}), ...known.defaults, ...decoded(given) };
  void openRecordModal({ ...known, defaults });
}

/** `encodeDefaultFieldValues` joins `Name=value` pairs by commas, each value encoded. */
function decoded(pairs: Record<string, string>): Record<string, unknown> {
  const joined = Object.entries(pairs)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return Object.fromEntries(
    joined
      .split(',')
      .map((pair) => pair.split('='))
      .filter(([name]) => name)
      .map(([name, value]) => [name!, decodeURIComponent(value ?? '')]),
  );
}

function notify(detail: Record<string, unknown>): void {
  document.body.dispatchEvent(new ShowToastEvent(detail));
}
