import { Router, type Response } from 'express';
import { beginConnect, finishConnect, type ConnectDeps } from '../../usecases/connect-org.ts';
import { escapeHtml } from '../escape-html.ts';
import { PAGE_STYLE } from '../page-style.ts';
import { createRateLimiter } from '../v1/rate-limit.ts';

/** Ties the answer of the org to the browser that was sent there: nobody can finish the login of another. */
const COOKIE = 'tenure_connect';
/** A person needs two. */
const REQUESTS_PER_MINUTE = 20;

/** The two steps in the browser by which a person lets the companion into an org: `/connect/start` and back. */
export function createConnectRouter(deps: ConnectDeps): Router {
  const router = Router();
  const allow = createRateLimiter(REQUESTS_PER_MINUTE, deps.clock);
  const cookie = {
    httpOnly: true,
    sameSite: 'lax',
    secure: deps.redirectUri.startsWith('https:'),
    path: '/connect',
  } as const;

  router.use((request, response, next) => {
    if (allow(`address ${request.ip}`).allowed) return next();
    show(response, 429, 'Too many tries', 'Wait a minute, then open the link again.');
  });

  router.get('/start', async (request, response) => {
    const step = await beginConnect(textOf(request.query['ticket']), deps);
    if (!step.ok) return show(response, 400, 'Not connected', step.problem);
    response.cookie(COOKIE, step.state, cookie).set('referrer-policy', 'no-referrer').redirect(302, step.url);
  });

  router.get('/callback', async (request, response) => {
    const { state, code, error, error_description: reason } = request.query;
    const known = cookieOf(request.get('cookie') ?? '');
    response.clearCookie(COOKIE, cookie);
    if (typeof state !== 'string' || state !== known)
      return show(
        response,
        400,
        'Not connected',
        'This is not the browser, or not the window, in which the login was started.',
      );
    const answer = {
      state,
      code: typeof code === 'string' ? code : null,
      error: textOf(reason) || textOf(error) || null,
    };
    const step = await finishConnect(answer, deps);
    if (!step.ok) return show(response, 400, 'Not connected', step.problem);
    const text = `The companion may use ${step.name} (${step.orgId}) from now on. You can close this window.`;
    show(response, 200, 'Connected', text);
  });
  return router;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function cookieOf(header: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

function show(response: Response, status: number, title: string, text: string): void {
  response
    .status(status)
    .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .set('cache-control', 'no-store')
    .set('referrer-policy', 'no-referrer')
    .type('html').send(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Tenure companion</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p role="status">${escapeHtml(text)}</p>
</main>
</body>
</html>
`);
}
