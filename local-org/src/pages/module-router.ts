import express, { Router, type Response } from 'express';
import { currentUser } from '../http/authenticate.ts';
import type { Org } from '../org.ts';
import type { CompiledBundles } from './compiled-bundles.ts';
import { MODULE_PATH, STATIC_PATH } from './import-map.ts';
import { salesforceModuleValue } from './salesforce-modules.ts';
import type { StaticBuild } from './static-build.ts';

const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1000;
/** What stands under this address never changes. */
const KEEP = `private, max-age=${ONE_YEAR_MS / 1000}, immutable`;

/** Serves every module that a page imports: the built ones, the deployed bundles and the generated ones. */
export function moduleRouter(org: Org, bundles: CompiledBundles, build: () => Promise<StaticBuild>): Router {
  const router = Router();

  router.use(`${STATIC_PATH}/:key`, async (req, res, next) => {
    const { folder, key } = await build();
    if (req.params.key !== key)
      return void res.status(404).type('text').send('This build is gone; reload the page.');
    express.static(folder, { immutable: true, maxAge: ONE_YEAR_MS, index: false })(req, res, next);
  });

  router.get(`${MODULE_PATH}/c/:bundle/:version/*file`, async (req, res) => {
    if (!currentUser(org, req)) return void res.sendStatus(401);
    const { bundle, version } = req.params;
    const file = (req.params.file as unknown as string[]).join('/');
    const code = await bundles.module(bundle, file);
    if (code === undefined) return void sendFailure(res, `The org has no module c/${bundle}/${file}.`);
    // A page that was open during a deploy still asks for the version before it, and gets what there is now.
    const isCurrent = version === bundles.version(bundle);
    res.setHeader('cache-control', isCurrent ? KEEP : 'private, no-store');
    res.type('text/javascript').send(code);
  });

  router.get(`${MODULE_PATH}/salesforce/:kind/*name`, (req, res) => {
    const user = currentUser(org, req);
    if (!user) return void res.sendStatus(401);
    const { kind } = req.params;
    const name = (req.params.name as unknown as string[]).join('/');
    if (kind === 'apex')
      return void sendFailure(res, `The local org does not model Apex (@salesforce/apex/${name}).`);
    const value = salesforceModuleValue(org, user, kind, name);
    if (value === undefined)
      return void sendFailure(res, `The org has no module @salesforce/${kind}/${name}.`);
    // The name of a field or an object says all that its module holds; others are of the user or of the org.
    res.setHeader('cache-control', kind === 'schema' ? KEEP : 'private, no-store');
    res.type('text/javascript').send(`export default ${JSON.stringify(value)};\n`);
  });

  router.get(`${MODULE_PATH}/missing/:scope/*name`, (req, res) => {
    const name = `${req.params.scope}/${(req.params.name as unknown as string[]).join('/')}`;
    const reason =
      req.params.scope === 'c'
        ? `The org has no component ${name}.`
        : `The local org does not model ${name}.`;
    sendFailure(res, reason);
  });

  return router;
}

/** A module that fails with its reason when imported, so that the reason reaches the component's error box. */
function sendFailure(res: Response, reason: string): void {
  res.setHeader('cache-control', 'no-store');
  res
    .type('text/javascript')
    .send(`throw new Error(${JSON.stringify(reason)});\nexport default undefined;\n`);
}
