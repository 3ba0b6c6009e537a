import type { Status } from '../usecases/read-status.ts';

/** Whether changes in the org wake syncs, since when, and how many there were, in one line. */
export function tellChangeEvents(changes: Status['changeEvents']): string {
  if (changes === 'off') return 'off: changes are read by the clock';
  if (changes === 'starting') return 'starting';
  const { connectedSince, lastEventAt, events, reconnects, problem } = changes;
  const state = connectedSince === null ? 'nobody listens' : `listening since ${shortTime(connectedSince)}`;
  const last = lastEventAt === null ? 'no event yet' : `last event ${shortTime(lastEventAt)}`;
  const counts = `${events.toLocaleString('en-US')} changes by others, ${reconnects.toLocaleString('en-US')} reconnects`;
  return [`${state}; ${last}; ${counts}`, ...(problem === null ? [] : [problem])].join('. ');
}

const shortTime = (iso: string) => `${iso.slice(0, 19).replace('T', ' ')} UTC`;
