import { Router, type Request } from 'express';
import { SalesforceError } from '../errors.ts';
import { userOf } from '../http/user-of.ts';
import type { Org } from '../org.ts';
import { uiApiAccess } from '../ui-model/api-access.ts';
import { toNotification } from './notification-shape.ts';

const DEFAULT_SIZE = 10;
const MAX_SIZE = 50;

/**
 * The notifications of Connect REST: a user's own bell, and nobody else's.
 * https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_notifications_list.htm
 */
export function connectRouter(org: Org): Router {
  const router = Router();
  const base = '/services/data/:version/connect/notifications';
  router.use(base, ...uiApiAccess(org));
  const shape = (req: Request) => ({ trim: isTrimmed(req), base: pathOf(req) });

  router.get(base, (req, res) => {
    const span = { ...readSpan(req.query), limit: sizeOf(req) };
    const found = org.notifications.list(userOf(res).userId, span);
    res.json({ notifications: found.map((each) => toNotification(org, each, shape(req))) });
  });

  router.patch(base, (req, res) => {
    const { userId } = userOf(res);
    const body = objectOf(req.body);
    const marks = readMarks(body);
    const ids = readIds(body['notificationIds']);
    const span = ids ? {} : readSpan(body);
    // Without a span all up to now.
    const found = org.notifications.list(userId, { ...span, ids, limit: Number.MAX_SAFE_INTEGER });
    const changed = found.map(({ id }) => id);
    org.notifications.mark(userId, changed, marks);
    const shown = org.notifications.list(userId, { ids: changed.slice(0, MAX_SIZE), limit: MAX_SIZE });
    res.json({ notifications: shown.map((each) => toNotification(org, each, shape(req))) });
  });

  router.get(`${base}/status`, (_req, res) => {
    const { userId } = userOf(res);
    const { unread, unseen } = org.notifications.count(userId);
    const { latest, oldestUnread, oldestUnseen } = org.notifications.times(userId);
    const now = org.now().toISOString();
    res.json({
      lastActivity: latest ?? now,
      oldestUnread: oldestUnread ?? now,
      oldestUnseen: oldestUnseen ?? now,
      unreadCount: unread,
      unseenCount: unseen,
    });
  });

  const requireOne = (userId: string, id: string) => {
    const [found] = org.notifications.list(userId, { ids: [id], limit: 1 });
    if (found) return found;
    throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 });
  };
  router.get(`${base}/:id`, (req, res) => {
    const found = requireOne(userOf(res).userId, String(req.params.id));
    res.json(toNotification(org, found, shape(req)));
  });
  router.patch(`${base}/:id`, (req, res) => {
    const { userId } = userOf(res);
    const { id } = requireOne(userId, String(req.params.id));
    org.notifications.mark(userId, [id], readMarks({ ...req.query, ...objectOf(req.body) }));
    res.json(toNotification(org, requireOne(userId, id), shape(req)));
  });
  return router;
}

const pathOf = (req: Request) => `/services/data/${String(req.params.version)}/connect/notifications`;

const isTrimmed = (req: Request) => req.query.trimMessages !== 'false';

const bad = (message: string) => new SalesforceError('ILLEGAL_QUERY_PARAMETER_VALUE', message);

const objectOf = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};

function sizeOf(req: Request): number {
  const { size } = req.query;
  if (size === undefined) return DEFAULT_SIZE;
  const number = Number(size);
  if (!Number.isInteger(number) || number < 1) throw bad('size has to be a whole number from 1 to 50');
  return Math.min(number, MAX_SIZE);
}

function readSpan({ before, after }: Record<string, unknown>): { before?: string; after?: string } {
  if (before !== undefined && after !== undefined) throw bad('Use before or after, not both');
  const time = (name: string, value: unknown): string => {
    const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(parsed)) throw bad(`${name} has to be a date and time in ISO 8601`);
    return new Date(parsed).toISOString();
  };
  return {
    ...(before === undefined ? {} : { before: time('before', before) }),
    ...(after === undefined ? {} : { after: time('after', after) }),
  };
}

function readIds(value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
  const isList = Array.isArray(value) && value.every((id) => typeof id === 'string');
  if (isList && value.length > 0 && value.length <= MAX_SIZE) return value;
  throw bad(`notificationIds has to be a list of 1 to ${MAX_SIZE} ids`);
}

/** Clients send booleans, or their words as the examples of the documentation do. */
function readMarks(body: Record<string, unknown>): { read?: boolean; seen?: boolean } {
  const flag = (name: string): boolean | undefined => {
    const value = body[name];
    if (value === undefined) return undefined;
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw bad(`${name} has to be true or false`);
  };
  const [read, seen] = [flag('read'), flag('seen')];
  if (read === undefined && seen === undefined) throw bad('Specify read or seen');
  if (read === true && seen === false)
    throw bad('What is read is seen: read true and seen false exclude each other');
  return { ...(read === undefined ? {} : { read }), ...(seen === undefined ? {} : { seen }) };
}
