import type { FeedState } from '../change-ports.ts';
import { ok, warn, type Finding } from './finding.ts';

const NAME = 'change events';
const WITHOUT = 'Until then changes are read by the clock (SYNC_CRON)';

/** Whether what was switched on is heard. Nothing is lost without it: it only makes the companion quicker. */
export function judgeChangeEvents(feed: FeedState | null): Finding {
  if (feed?.problem) {
    const remedy =
      `${WITHOUT}. Select the objects: npm run deploy -- --target-org ALIAS --change-events. ` +
      'Does the org not have Change Data Capture, switch it off: SALESFORCE_CHANGE_EVENTS=off.';
    return warn('work', NAME, feed.problem, remedy);
  }
  if (!feed?.connectedSince)
    return warn(
      'work',
      NAME,
      'On, and nobody listens',
      `${WITHOUT}. Start the companion: npm run companion.`,
    );
  const since = `listening since ${minute(feed.connectedSince)}`;
  return ok('work', NAME, feed.lastEventAt ? `${since}, the last at ${minute(feed.lastEventAt)}` : since);
}

const minute = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
