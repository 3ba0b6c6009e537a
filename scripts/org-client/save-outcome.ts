import type { SaveOutcome } from './org-client.ts';

interface SaveAnswer {
  readonly id?: string | null;
  readonly success: boolean;
  readonly errors: readonly (
    string | { readonly statusCode?: string; readonly errorCode?: string; readonly message: string }
  )[];
}

/** Reads one entry of the org's answer to a collection request; several errors become one reason. */
export function saveOutcome(answer: SaveAnswer): SaveOutcome {
  if (answer.success && answer.id) {
    return { success: true, id: answer.id };
  }
  const reasons = answer.errors.map((error) =>
    typeof error === 'string' ? error : `${error.statusCode ?? error.errorCode ?? 'ERROR'}: ${error.message}`,
  );
  return { success: false, reason: reasons.join('; ') || 'The org refused it without a reason' };
}
