import { SalesforceError } from '../errors.ts';
import type { ObjectDef } from '../schema/types.ts';
import type { RestRequest } from './route.ts';

/** The object that a path names, or 404 where it does not exist or the user does not see it. */
export function visibleObject({ org, user, params }: RestRequest): ObjectDef {
  const object = org.schema.object(params.object ?? '');
  if (object && user.canObject(object.name, 'read')) return object;
  throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { httpStatus: 404 });
}
