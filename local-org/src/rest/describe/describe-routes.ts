import type { RestRequest, Route } from '../route.ts';
import { visibleObject } from '../visible-object.ts';
import { describeObject, describeObjectBriefly } from './describe-object.ts';

const MAX_BATCH_SIZE = 200;

/** The list of objects, and the description of one. */
export const describeRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: 'sobjects',
    handle: ({ org, user, basePath }: RestRequest) => ({
      status: 200,
      body: {
        encoding: 'UTF-8',
        maxBatchSize: MAX_BATCH_SIZE,
        sobjects: org.schema
          .objects()
          .filter((object) => user.canObject(object.name, 'read'))
          .map((object) => describeObjectBriefly(object, user, basePath)),
      },
    }),
  },
  {
    method: 'GET',
    pattern: 'sobjects/:object',
    handle: (request) => ({
      status: 200,
      body: {
        objectDescribe: describeObjectBriefly(visibleObject(request), request.user, request.basePath),
        recentItems: [],
      },
    }),
  },
  {
    method: 'GET',
    pattern: 'sobjects/:object/describe',
    handle: (request) => ({
      status: 200,
      body: describeObject(request.org, visibleObject(request), request.user, request.basePath),
    }),
  },
];
