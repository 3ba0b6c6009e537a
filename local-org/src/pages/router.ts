import { Router, type Request, type Response, type NextFunction } from 'express';
import { currentUser } from '../http/authenticate.ts';
import type { Org } from '../org.ts';
import { assetRouter } from './asset-router.ts';
import { CompiledBundles } from './compiled-bundles.ts';
import { loginRouter } from './login-router.ts';
import { mailRouter } from './mail-router.ts';
import { moduleRouter } from './module-router.ts';
import { sessionSettings } from './session/session-settings.ts';
import { shellApi } from './shell-api.ts';
import { sendShell } from './shell-document.ts';
import { staticBuild, type StaticBuild } from './static-build.ts';

interface PagesOptions {
  /** Finds the browser code that pages share, building it where it is missing. */
  build?: () => Promise<StaticBuild>;
}

/** The Lightning pages: what a browser sees. */
export function pagesRouter(org: Org, { build = staticBuild }: PagesOptions = {}): Router {
  const router = Router();
  const bundles = new CompiledBundles(org.metadata);
  router.use(onlyOnThisMachine(org));
  router.use(assetRouter());
  router.use(loginRouter(org));
  router.use(mailRouter(org));
  router.use(moduleRouter(org, bundles, build));
  router.use(shellApi(org, bundles, build));
  router.get('/', (_req, res) => res.redirect(302, '/lightning/page/home'));
  router.get(['/lightning', '/lightning/*path'], async (req, res) => {
    const user = currentUser(org, req);
    if (!user) {
      return void res.redirect(302, `/login?retURL=${encodeURIComponent(req.originalUrl)}`);
    }
    sendShell(res, { bundles, build: await build(), settings: sessionSettings(org, user) });
  });
  return router;
}

/**
 * Anyone who reaches the login page can log in, so a page of another site must not be able to pass for this
 * machine by a name that leads here (DNS rebinding).
 */
function onlyOnThisMachine(org: Org) {
  return (req: Request, res: Response, next: NextFunction) => {
    const host = (req.headers.host ?? '').replace(/:\d+$/, '');
    const own = new URL(org.baseUrl()).hostname;
    if (['localhost', '127.0.0.1', '[::1]', own].includes(host)) return next();
    // Requests for the APIs carry a token and pass through to their own routers.
    if (/^\/(?:services|id)\b/.test(req.path)) return next();
    res.status(421).type('text').send(`The local org answers as localhost only, not as ${host}.`);
  };
}
