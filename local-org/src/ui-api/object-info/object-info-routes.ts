import { Router } from 'express';
import type { Org } from '../../org.ts';
import type { FieldDef } from '../../schema/types.ts';
import { eTag, MASTER_RECORD_TYPE_ID, objectInfo, readableFields } from '../../ui-model/object-info.ts';
import { defaultPicklistValue, picklistValueInfos } from '../../ui-model/picklist-values.ts';
import { visibleObjects } from '../../ui-model/ui-objects.ts';
import { badParameter, invalidField, notFound } from '../errors.ts';
import { attempt } from '../records/record-routes.ts';
import { userOf, visibleObject } from '../request.ts';

const MAX_BATCH = 100;
const PATH = '/object-info/:objectApiName/picklist-values/:recordTypeId';

/** What objects, fields and picklists are like for the user. */
export function objectInfoRoutes(org: Org): Router {
  const router = Router();

  router.get('/object-info', (request, response) => {
    const objects = visibleObjects(org.schema, userOf(response)).map(
      ({ name, keyPrefix, label, labelPlural }) => {
        const objectInfoUrl = `${request.baseUrl}/object-info/${name}`;
        return [name, { apiName: name, keyPrefix, label, labelPlural, nameFields: [], objectInfoUrl }];
      },
    );
    response.json({ eTag: eTag(objects), objects: Object.fromEntries(objects) });
  });

  router.get('/object-info/batch/:objectApiNames', (request, response) => {
    const names = request.params.objectApiNames.split(',').filter((name) => name !== '');
    if (names.length > MAX_BATCH) {
      throw badParameter('objectApiNames', `at most ${MAX_BATCH} objects are described at once`);
    }
    const user = userOf(response);
    const results = names.map((name) => attempt(() => objectInfo(org, user, visibleObject(org, user, name))));
    response.json({ results });
  });

  router.get('/object-info/:objectApiName', (request, response) => {
    const user = userOf(response);
    response.json(objectInfo(org, user, visibleObject(org, user, request.params.objectApiName)));
  });

  router.get(PATH, (request, response) => {
    const user = userOf(response);
    const object = visibleObject(org, user, request.params.objectApiName);
    requireMaster(request.params.recordTypeId);
    const picklists = readableFields(user, object).filter((field) => field.picklist);
    const entries = picklists.map((field) => [field.name, picklistValues(field, request.originalUrl)]);
    response.json({ eTag: eTag(entries), picklistFieldValues: Object.fromEntries(entries) });
  });

  router.get(`${PATH}/:fieldApiName`, (request, response) => {
    const user = userOf(response);
    const { objectApiName, recordTypeId, fieldApiName } = request.params;
    const object = visibleObject(org, user, objectApiName);
    requireMaster(recordTypeId);
    const field = org.schema.field(object.name, fieldApiName);
    if (!field?.picklist || !user.canField(object.name, field.name, 'read')) {
      throw invalidField(object.name, fieldApiName);
    }
    response.json(picklistValues(field, request.originalUrl));
  });

  return router;
}

function picklistValues(field: FieldDef, url: string): object {
  const content = {
    controllerValues: {},
    defaultValue: defaultPicklistValue(field),
    url: url.split('?')[0],
    values: picklistValueInfos(field),
  };
  return { ...content, eTag: eTag(content) };
}

function requireMaster(recordTypeId: string): void {
  const known = [MASTER_RECORD_TYPE_ID, MASTER_RECORD_TYPE_ID.slice(0, 15)];
  if (!known.includes(recordTypeId)) throw notFound();
}
