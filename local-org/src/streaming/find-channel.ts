import { objectNameOf, STANDARD_CHANNEL } from '../changes/channel-members.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { STREAMING_ERRORS } from './bayeux.ts';

/** Whose changes a channel carries for a user, or why she cannot subscribe to it. */
export type FoundChannel = { objects: ReadonlySet<string> } | { error: string };

const OTHER_KINDS: [prefix: string, kind: string][] = [
  ['/topic/', 'PushTopics'],
  ['/event/', 'platform events'],
  ['/u/', 'generic streaming'],
  ['/systemTopic/', 'system topics'],
];

/**
 * Finds a channel by its name, which is case-sensitive. On the channel of one object the right to see all its records
 * is asked for now; on channels of several, each event is held back that the user may not see.
 * https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_security_perms.htm
 */
export function findChannel(org: Org, user: UserContext, name: string): FoundChannel {
  if (name === '') return { error: STREAMING_ERRORS.channelMissing };
  if (!name.startsWith('/')) return { error: STREAMING_ERRORS.leadingSlash };
  const other = OTHER_KINDS.find(([prefix]) => name.startsWith(prefix));
  if (other) return { error: STREAMING_ERRORS.notModelled(other[1]) };
  const [, channel = ''] = /^\/data\/(\w+)$/.exec(name) ?? [];
  const several = org.channels.objectsOf(channel);
  if (several) return { objects: new Set([...several].filter((object) => maySeeAll(user, object))) };
  const object = objectNameOf(channel);
  if (object === undefined || !org.channels.objectsOf(STANDARD_CHANNEL)?.has(object)) {
    return { error: STREAMING_ERRORS.noSuchChannel(name) };
  }
  return maySeeAll(user, object) ? { objects: new Set([object]) } : { error: STREAMING_ERRORS.denied };
}

/** Objects without a View All of their own: tasks, events and users take a right over all data. */
const WITHOUT_VIEW_ALL: Record<string, (user: UserContext) => boolean> = {
  Task: (user) => user.viewAllData,
  Event: (user) => user.viewAllData,
  User: (user) => user.hasSystemPermission('ViewAllUsers'),
};

function maySeeAll(user: UserContext, object: string): boolean {
  return WITHOUT_VIEW_ALL[object]?.(user) ?? user.canObject(object, 'viewAll');
}
