/** How often the request is looked at while the companion works on it. */
export const POLL_MS = 2_000;

/** Where a recalculation stands, for the person who asked for it. */
export type Phase = 'idle' | 'waiting' | 'done' | 'failed' | 'timedOut' | 'error';

/** A `CS_Request__c` as far as the wait cares. */
export interface RequestState {
  status: string | undefined;
  message: string | undefined;
}

/**
 * What a request's state means for the wait. An unknown status is waited on like Running:
 * the companion may be newer than this page.
 */
export function phaseOf(request: RequestState): Phase {
  if (request.status === 'Done') return 'done';
  if (request.status === 'Failed') return 'failed';
  return 'waiting';
}

/**
 * The sentence that stands beside the button and is read out by screen readers.
 *
 * @param phase where the recalculation stands
 * @param message what the companion wrote into the request, if anything
 */
export function statusText(phase: Phase, message: string | undefined): string {
  switch (phase) {
    case 'waiting':
      return 'Calculating a new score…';
    case 'done':
      return message || 'The score is up to date.';
    case 'failed':
      return `No new score: ${message || 'the companion gave no reason. An admin finds it on its status page.'}`;
    case 'timedOut':
      return 'No answer from the companion yet. Your request is kept and will be done once it runs; ask an admin whether it does.';
    default:
      return '';
  }
}
