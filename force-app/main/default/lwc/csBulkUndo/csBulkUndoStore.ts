import USER_ID from '@salesforce/user/Id';
import { operationOf } from 'c/csBulkPlan';
import type { DoneOperation } from 'c/csBulkPlan';

/** What was done longer ago is no slip to take back with a click, but a decision to look at anew. */
const KEPT_MS = 8 * 60 * 60 * 1000;

/** Of the user: another one may log in in the same tab. */
const KEY = `csBulkUndo.${USER_ID}`;

type Listener = (operation: DoneOperation | undefined) => void;

interface Stored {
  savedAt: number;
  operation: DoneOperation;
}

const listeners = new Set<Listener>();
let kept: Stored | undefined;

/**
 * Keeps an operation to be undone, in place of the one before; undefined once nothing is left to undo. It outlives a
 * reload of the page in the same tab, and nothing more: it holds names and values of customers.
 */
export function keepOperation(operation: DoneOperation | undefined): void {
  kept = operation && { savedAt: Date.now(), operation };
  write(kept);
  for (const listener of [...listeners]) listener(operation);
}

/** The operation that can be undone; undefined where there is none, or where it is too long ago. */
export function lastOperation(): DoneOperation | undefined {
  kept ??= read();
  if (kept && Date.now() - kept.savedAt > KEPT_MS) keepOperation(undefined);
  return kept?.operation;
}

/**
 * Calls back whenever another operation is kept on this page.
 *
 * @returns how to stop
 */
export function onOperationKept(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

// Lightning Web Security leaves sessionStorage to components, by namespace:
// https://developer.salesforce.com/docs/platform/lightning-components-security/guide/lws-local-storage.html
// A browser may refuse it all the same, or be full: the operation is then kept until the page is left.
function write(stored: Stored | undefined): void {
  try {
    sessionStorage.removeItem(KEY);
    if (stored) sessionStorage.setItem(KEY, JSON.stringify(stored));
  } catch {
    // Nothing is lost but the undo after a reload.
  }
}

function read(): Stored | undefined {
  try {
    return parse(sessionStorage.getItem(KEY));
  } catch {
    return undefined;
  }
}

/** What an earlier release stored, or a hand, counts only as far as it is an operation of today. */
function parse(text: string | null): Stored | undefined {
  const stored = text === null ? undefined : (JSON.parse(text) as Partial<Stored>);
  const { choice, changes } = stored?.operation ?? {};
  const operation = operationOf(choice?.operation?.name ?? '');
  if (!choice || !operation || !Array.isArray(changes) || typeof stored?.savedAt !== 'number')
    return undefined;
  return { savedAt: stored.savedAt, operation: { choice: { ...choice, operation }, changes } };
}
