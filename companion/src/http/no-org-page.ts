import type { WaitingConnection } from '../usecases/check-readiness.ts';
import { PAGE_STYLE } from './page-style.ts';
import { renderWaitingOrg } from './waiting-orgs.ts';

/** The status page while no org is at work: what it waits for. */
export function renderNoOrgPage(waiting: readonly WaitingConnection[]): string {
  const verdict = waiting.length > 0 ? 'No org is at work: none of them answers.' : 'No org is connected.';
  const advice = '<p>Connect one: npm run companion -- connect add NAME. docs/operations.md tells how.</p>';
  const list = `<ul>\n${waiting.map(renderWaitingOrg).join('\n')}\n</ul>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>Tenure companion</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>Tenure companion</h1>
<p class="verdict" role="status">${verdict}</p>
</header>
<main>
<section aria-labelledby="orgs">
<h2 id="orgs">Orgs</h2>
${waiting.length > 0 ? list : advice}
</section>
</main>
</body>
</html>
`;
}
