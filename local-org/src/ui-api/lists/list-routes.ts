import { Router } from 'express';
import type { Request } from 'express';
import type { Org } from '../../org.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { UserContext } from '../../security/types.ts';
import { eTag } from '../../ui-model/object-info.ts';
import { listParameter, numberParameter, textParameter, userOf, visibleObject } from '../request.ts';
import { findListView, findListViewById, listViews } from './find-list-view.ts';
import { listInfo } from './list-info.ts';
import { listRecords } from './list-records.ts';
import type { ListPage } from './list-records.ts';
import { listViewId } from './list-view.ts';
import type { ListView } from './list-view.ts';

const PAGE_SIZE = { fallback: 50, min: 1, max: 2000 };
/** The greatest offset of a query. */
const OFFSET = { fallback: 0, min: 0, max: 2000 };

/** List views: which there are, what they are like, and the records they select. */
export function listRoutes(org: Org): Router {
  const router = Router();

  router.get('/list-ui/:objectApiName', (request, response, next) => {
    const user = userOf(response);
    const { objectApiName } = request.params;
    if (!org.schema.object(objectApiName)) return next();
    const object = visibleObject(org, user, objectApiName);
    const lists = listViews(org, object).map((view) => ({
      apiName: view.apiName,
      id: listViewId(view),
      label: view.label,
      listUiUrl: `${request.baseUrl}/list-ui/${object.name}/${view.apiName}`,
    }));
    const content = {
      count: lists.length,
      currentPageToken: '0',
      lists,
      nextPageToken: null,
      objectApiName: object.name,
    };
    response.json({ ...content, eTag: eTag(content) });
  });

  for (const { resource, answer } of RESOURCES) {
    router.get(`/${resource}/:objectApiName/:listViewApiName`, (request, response) => {
      const user = userOf(response);
      const object = visibleObject(org, user, request.params.objectApiName);
      const view = findListView(org, object, request.params.listViewApiName);
      response.json(answer({ org, user, object, view, page: pageOf(request) }));
    });
    router.get(`/${resource}/:listViewId`, (request, response) => {
      const user = userOf(response);
      const { object, view } = findListViewById(org, user, request.params.listViewId);
      response.json(answer({ org, user, object, view, page: pageOf(request) }));
    });
  }
  return router;
}

interface ListRequest {
  org: Org;
  user: UserContext;
  object: ObjectDef;
  view: ListView;
  page: ListPage;
}

const RESOURCES: readonly { resource: string; answer: (request: ListRequest) => object }[] = [
  { resource: 'list-info', answer: ({ org, user, object, view }) => listInfo(org, user, object, view) },
  { resource: 'list-records', answer: (request) => recordsOf(request) },
  {
    resource: 'list-ui',
    answer: (request) => {
      const { org, user, object, view } = request;
      const content = { info: listInfo(org, user, object, view), records: recordsOf(request) };
      return { ...content, eTag: eTag(content) };
    },
  },
];

function recordsOf({ org, user, object, view, page }: ListRequest): object {
  return listRecords(org, user, object, view, listInfo(org, user, object, view), page);
}

function pageOf(request: Request): ListPage {
  const sortBy = textParameter(request, 'sortBy');
  return {
    pageSize: numberParameter(request, 'pageSize', PAGE_SIZE),
    offset: numberParameter(request, 'pageToken', OFFSET),
    fields: listParameter(request, 'fields'),
    optionalFields: listParameter(request, 'optionalFields'),
    ...(sortBy === undefined ? {} : { sortBy }),
  };
}
