import { Router } from 'express';
import { currentUser } from '../http/authenticate.ts';
import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { visibleApps, type App } from './apps.ts';
import type { CompiledBundles } from './compiled-bundles.ts';
import { importMap } from './import-map.ts';
import { listAnalytics } from './list-analytics.ts';
import { modulesBehind, shownComponents } from './module-graph.ts';
import type { StaticBuild } from './static-build.ts';
import { navigationItems } from './navigation-items.ts';
import { activeUsers } from './org-users.ts';
import { findHomePage, findRecordPage, findTabPage } from './page-model/find-page.ts';
import { listFields } from './page-model/list-fields.ts';
import type { PageModel } from './page-model/types.ts';

/** What the shell asks for besides the org's public APIs: who is here, which apps, and what a page is made of. */
export function shellApi(org: Org, bundles: CompiledBundles, build: () => Promise<StaticBuild>): Router {
  const router = Router();

  router.use('/lightning/shell', (req, res, next) => {
    const user = currentUser(org, req);
    if (!user) return void res.status(401).json({ message: 'Log in first.' });
    res.locals.user = user;
    res.setHeader('cache-control', 'private, no-store');
    next();
  });

  router.get('/lightning/shell/context', (req, res) => {
    const user = res.locals.user as UserContext;
    const apps = visibleApps(org, user);
    const app = chooseApp(apps, req.query.app);
    const users = activeUsers(org);
    res.json({
      user: users.find(({ id }) => id === user.userId),
      users,
      apps: apps.map(({ name, label, description }) => ({ name, label, description })),
      app: { name: app.name, label: app.label, items: navigationItems(org, user, app.tabs) },
    });
  });

  router.get('/lightning/shell/page', async (req, res) => {
    const user = res.locals.user as UserContext;
    const page = findPage(org, user, chooseApp(visibleApps(org, user), req.query.app), req.query);
    if (!page) return void res.status(404).json({ message: 'This page does not exist in the org.' });
    const { imports } = importMap({ ...(await build()), bundles: bundles.mainFiles() });
    res.json({ ...page, preload: await modulesBehind(shownComponents(page), bundles, imports) });
  });

  router.get('/lightning/shell/layout/:object', (req, res) => {
    const user = res.locals.user as UserContext;
    const object = org.schema.object(req.params.object);
    if (!object || !user.canObject(object.name, 'read')) {
      return void res.status(404).json({ message: `You have no access to ${req.params.object}.` });
    }
    const { name, label, labelPlural, nameField, keyPrefix } = object;
    const related = org.schema
      .childRelationships(name)
      .filter(
        ({ childObject }) =>
          user.canObject(childObject, 'read') && org.schema.object(childObject)?.readOnly !== true,
      )
      .map(({ name: relationship, childObject, field }) => ({
        relationship,
        childObject,
        field,
        label: org.schema.object(childObject)?.labelPlural ?? childObject,
      }));
    res.json({ name, label, labelPlural, nameField, keyPrefix, list: listFields(object, user), related });
  });

  router.get('/lightning/shell/analytics/:kind', (req, res) => {
    const user = res.locals.user as UserContext;
    const { kind } = req.params;
    if ((kind !== 'Report' && kind !== 'Dashboard') || !user.canObject(kind, 'read')) {
      return void res
        .status(403)
        .json({ message: 'You may not run reports: the permission Run Reports is missing.' });
    }
    res.json(listAnalytics(org, user, kind));
  });

  router.get('/lightning/shell/object-of/:id', (req, res) => {
    const object = org.schema.objectByKeyPrefix(req.params.id.slice(0, 3));
    if (!object) return void res.status(404).json({ message: `${req.params.id} is not the Id of a record.` });
    res.json({ objectApiName: object.name });
  });

  return router;
}

function chooseApp(apps: readonly App[], wanted: unknown): App {
  return apps.find(({ name }) => name === wanted) ?? apps[0]!;
}

function findPage(
  org: Org,
  user: UserContext,
  app: App,
  query: Record<string, unknown>,
): PageModel | undefined {
  if (query.type === 'record') return findRecordPage(org, app, String(query.object));
  if (query.type === 'tab') return findTabPage(org, user, String(query.tab));
  return findHomePage(org, app);
}
