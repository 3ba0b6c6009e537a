import type { ObjectDef, Schema } from '../schema/types.ts';
import type { UserContext } from '../security/types.ts';

/**
 * Standard objects of this org that UI API and GraphQL serve; custom objects always are.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_all_supported_objects.htm
 */
const SUPPORTED_STANDARD_OBJECTS = new Set([
  'Account',
  'Campaign',
  'Case',
  'Contact',
  'Contract',
  'EmailMessage',
  'Event',
  'Group',
  'Lead',
  'Opportunity',
  'Product2',
  'Task',
  'User',
]);

/**
 * Readable, not writable: whether an org lets UI API write activities differs by edition and release,
 * so the stricter reading holds here. A standard quick action is the way to log a call.
 */
const READ_ONLY_OBJECTS = new Set(['Event', 'Task', 'User', 'Group']);

/** Whether UI API and GraphQL know the object at all, whoever asks. */
export function isUiObject(object: ObjectDef): boolean {
  return object.custom || SUPPORTED_STANDARD_OBJECTS.has(object.name);
}

/** Whether records of the object can be written through UI API and GraphQL. */
export function isUiWritable(object: ObjectDef): boolean {
  return isUiObject(object) && !object.readOnly && !READ_ONLY_OBJECTS.has(object.name);
}

/** The objects that this user sees through UI API and GraphQL. */
export function visibleObjects(schema: Schema, user: UserContext): ObjectDef[] {
  return schema.objects().filter((object) => isUiObject(object) && user.canObject(object.name, 'read'));
}
