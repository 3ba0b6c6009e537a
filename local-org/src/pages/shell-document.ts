import type { Response } from 'express';
import type { CompiledBundles } from './compiled-bundles.ts';
import { sendDocument } from './document.ts';
import { Html, html } from './html.ts';
import { importMap, STATIC_PATH } from './import-map.ts';
import type { StaticBuild } from './static-build.ts';

interface Shell {
  bundles: CompiledBundles;
  build: StaticBuild;
  /** What the page needs to know of its user before any module runs. */
  settings: Record<string, unknown>;
}

/** Sends the document that every Lightning page starts from; the shell reads the rest from the address. */
export function sendShell(res: Response, { bundles, build, settings }: Shell): void {
  const { key, entries, preload } = build;
  const map = inlineJson(importMap({ key, entries, bundles: bundles.mainFiles() }));
  sendDocument(res, {
    title: 'Lightning Experience',
    head: (nonce) =>
      html`<script src="${STATIC_PATH}/${key}/synthetic-shadow.js"></script>
        <script type="importmap" nonce="${nonce}">
          ${map}
        </script>
        <script type="application/json" id="session">
          ${inlineJson(settings)}
        </script>
        ${preload.map((file) => html`<link rel="modulepreload" href="${STATIC_PATH}/${key}/${file}" />`)}
        <script type="module" src="${STATIC_PATH}/${key}/one/boot.js"></script>`,
    body: html`<body class="slds-scope">
      <div id="shell"></div>
    </body>`,
  });
}

/** JSON inside a script element, which only `</script` could end. */
function inlineJson(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll('<', '\\u003c'));
}
