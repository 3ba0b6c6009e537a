/** How often the request is looked at while the companion works on it. */
export const POLL_MS = 2_000;

/**
 * What the companion can be asked for: the score of one account, the workload of every CSM, the totals of the day, what
 * another scoring configuration would do, or to send again what the org refused.
 */
export type RequestType = 'Recalculate' | 'Workload' | 'Executive' | 'Preview' | 'Retry';

/** How each is spoken of. */
export const WORDS: Readonly<
  Record<RequestType, { button: string; waiting: string; done: string; none: string }>
> = {
  Recalculate: {
    button: 'Recalculate',
    waiting: 'Calculating a new score',
    done: 'The score is up to date.',
    none: 'No new score',
  },
  Workload: {
    button: 'Count again',
    waiting: 'Counting the workload',
    done: 'The workload is up to date.',
    none: 'Not counted again',
  },
  Executive: {
    button: 'Count again',
    waiting: 'Adding up the totals',
    done: 'The totals are up to date.',
    none: 'Not counted again',
  },
  Preview: {
    button: 'See the effect',
    waiting: 'Scoring every account under the draft',
    done: 'The effect is shown below.',
    none: 'The effect could not be told',
  },
  Retry: {
    button: 'Try again',
    waiting: 'Sending it again',
    done: 'It was sent again.',
    none: 'Not written',
  },
};

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

/** What the companion answered beside its message; undefined where that is nothing, or cut off. */
export function readResult(json: string | null | undefined): unknown {
  if (!json) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * The sentence that stands beside the button and is read out by screen readers.
 *
 * @param phase where the recalculation stands
 * @param message what the companion wrote into the request, if anything
 * @param type what was asked for
 */
export function statusText(
  phase: Phase,
  message: string | undefined,
  type: RequestType = 'Recalculate',
): string {
  const words = WORDS[type];
  switch (phase) {
    case 'waiting':
      return `${words.waiting}…`;
    case 'done':
      return message || words.done;
    case 'failed':
      return `${words.none}: ${message || 'the companion gave no reason. An admin finds it on its status page.'}`;
    case 'timedOut':
      return 'No answer from the companion yet. Your request is kept and will be done once it runs; ask an admin whether it does.';
    default:
      return '';
  }
}
