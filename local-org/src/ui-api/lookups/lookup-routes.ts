import { Router } from 'express';
import type { Request } from 'express';
import type { Org } from '../../org.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import type { Operand } from '../../soql/ast.ts';
import { invalidField } from '../errors.ts';
import { escapePattern } from '../lists/list-condition.ts';
import { readRecords } from '../records/read-records.ts';
import { numberParameter, textParameter, userOf, visibleObject } from '../request.ts';

const PAGE_SIZE = { fallback: 25, min: 1, max: 2000 };

/** Suggestions for a lookup field: the records it may refer to whose name holds the text typed so far. */
export function lookupRoutes(org: Org): Router {
  const router = Router();

  router.get('/lookups/:objectApiName/:fieldApiName', (request, response) => {
    const user = userOf(response);
    const results = targetsOf(org, user, request).map((target) => [
      target.name,
      suggestions(org, user, target, request),
    ]);
    response.json({ lookupResults: Object.fromEntries(results) });
  });

  router.get('/lookups/:objectApiName/:fieldApiName/:targetApiName', (request, response) => {
    const user = userOf(response);
    const target = targetsOf(org, user, request).find(({ name }) => name === request.params.targetApiName);
    if (!target) throw invalidField(request.params.objectApiName, request.params.fieldApiName);
    response.json(suggestions(org, user, target, request));
  });

  return router;
}

function targetsOf(
  org: Org,
  user: UserContext,
  request: Request<{ objectApiName: string; fieldApiName: string }>,
): ObjectDef[] {
  const { objectApiName, fieldApiName } = request.params;
  const object = visibleObject(org, user, objectApiName);
  const field = org.schema.field(object.name, fieldApiName);
  if (!field?.reference || !user.canField(object.name, field.name, 'read')) {
    throw invalidField(object.name, fieldApiName);
  }
  return field.reference.to
    .map((name) => org.schema.object(name))
    .filter((target) => target !== undefined && user.canObject(target.name, 'read'))
    .map((target) => visibleObject(org, user, target?.name));
}

function suggestions(org: Org, user: UserContext, target: ObjectDef, request: Request): object {
  const typed = textParameter(request, 'q')?.trim() ?? '';
  const pageSize = numberParameter(request, 'pageSize', PAGE_SIZE);
  const name: Operand = { kind: 'field', path: [target.nameField] };
  const records = readRecords(org, user, target, [['Id'], [target.nameField]], {
    ...(typed === ''
      ? {}
      : {
          where: {
            kind: 'compare',
            left: name,
            op: 'LIKE',
            right: { kind: 'string', value: `%${escapePattern(typed)}%` },
          },
        }),
    orderBy: [
      { by: name, direction: 'ASC' },
      { by: { kind: 'field', path: ['Id'] }, direction: 'ASC' },
    ],
    limit: pageSize,
  });
  return { count: records.length, currentPageToken: '0', nextPageToken: null, pageSize, records };
}
