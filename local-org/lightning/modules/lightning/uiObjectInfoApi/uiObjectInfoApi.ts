import { callApi } from 'platform/http';
import { createWireAdapter } from 'platform/wireAdapter';

type ObjectReference = string | { objectApiName: string };
type FieldReference = string | { objectApiName: string; fieldApiName: string };

const answers = new Map<string, Promise<unknown>>();

/** Metadata does not change under a page, so one answer serves until reload; a failure is asked again. */
function readOnce<T>(path: string): Promise<T> {
  const known = answers.get(path) as Promise<T> | undefined;
  if (known) return known;
  const request = callApi<T>('GET', path);
  request.catch(() => answers.delete(path));
  answers.set(path, request);
  return request;
}

const nameOf = (object: ObjectReference) => (typeof object === 'string' ? object : object.objectApiName);

/** An object's description for the user, as `getObjectInfo` provides it. */
export function readObjectInfo<T = unknown>(objectApiName: ObjectReference): Promise<T> {
  return readOnce<T>(`/ui-api/object-info/${encodeURIComponent(nameOf(objectApiName))}`);
}

/** Describes one object. */
export const getObjectInfo = createWireAdapter<{ objectApiName: ObjectReference }, unknown>({
  required: ['objectApiName'],
  load: ({ objectApiName }) => readObjectInfo(objectApiName),
});

/** Describes several objects. */
export const getObjectInfos = createWireAdapter<{ objectApiNames: ObjectReference[] }, unknown>({
  required: ['objectApiNames'],
  load: async ({ objectApiNames }) => {
    const settled = await Promise.allSettled(objectApiNames.map((name) => readObjectInfo(name)));
    return {
      results: settled.map((one) =>
        one.status === 'fulfilled'
          ? { statusCode: 200, result: one.value }
          : {
              statusCode: (one.reason as { status: number }).status,
              result: (one.reason as { body: unknown }).body,
            },
      ),
    };
  },
});

/** The values of one picklist for a record type. */
export const getPicklistValues = createWireAdapter<
  { recordTypeId: string; fieldApiName: FieldReference },
  unknown
>({
  required: ['recordTypeId', 'fieldApiName'],
  load: ({ recordTypeId, fieldApiName }) => {
    const [object = '', field = ''] =
      typeof fieldApiName === 'string'
        ? fieldApiName.split('.')
        : [fieldApiName.objectApiName, fieldApiName.fieldApiName];
    return readOnce(`/ui-api/object-info/${object}/picklist-values/${recordTypeId}/${field}`);
  },
});

/** The values of every picklist of an object for a record type. */
export const getPicklistValuesByRecordType = createWireAdapter<
  { objectApiName: ObjectReference; recordTypeId: string },
  unknown
>({
  required: ['objectApiName', 'recordTypeId'],
  load: ({ objectApiName, recordTypeId }) => readPicklistValues(nameOf(objectApiName), recordTypeId),
});

/** The same, outside a wire. */
export function readPicklistValues<T = unknown>(objectApiName: string, recordTypeId: string): Promise<T> {
  return readOnce<T>(`/ui-api/object-info/${objectApiName}/picklist-values/${recordTypeId}`);
}
