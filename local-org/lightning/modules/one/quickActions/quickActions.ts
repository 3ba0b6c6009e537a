import { decodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import EmailModal from 'one/emailModal';
import RecordModal from 'one/recordModal';
import type { PageReference } from 'platform/location';
import { readObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfo } from 'platform/fieldInfo';
import { fieldsOf, readRecordLayout } from 'platform/recordLayout';
import { messageOf } from 'platform/shellData';
import { actionNameOf, defaultsOf, standardAction } from './standardActions.ts';

interface RecordModalRequest {
  objectApiName: string;
  recordId?: string | undefined;
  title?: string;
  fields?: string[];
  defaults?: Record<string, unknown>;
}

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
export function openQuickAction(reference: PageReference, page: PageReference | undefined): void {
  const name = actionNameOf(reference);
  const action = standardAction(name);
  if (!action) {
    notify({ title: `The local org does not model the action ${name || reference.type}.`, variant: 'error' });
    return;
  }
  const { recordId, defaultFieldValues } = reference.state ?? {};
  const given = decodeDefaultFieldValues(defaultFieldValues ?? '');
  const defaults = defaultsOf(action, recordId || page?.attributes.recordId, given);
  const { title, objectApiName, fields } = action;
  if (action.form === 'email') void openEmail(title, defaults);
  else void openRecordModal({ title, objectApiName, fields, defaults });
}

async function openEmail(label: string, defaults: Record<string, unknown>): Promise<void> {
  const logged = await EmailModal.open({ label, size: 'medium', defaults } as never);
  if (logged) notify({ title: 'The email was logged as a completed task.', variant: 'success' });
}

function notify(detail: Record<string, unknown>): void {
  document.body.dispatchEvent(new ShowToastEvent(detail));
}
