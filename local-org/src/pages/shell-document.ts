import type { Response } from 'express';
import type { CompiledBundles } from './compiled-bundles.ts';
import { sendDocument } from './document.ts';
import { Html, html } from './html.ts';
import { importMap, STATIC_PATH } from './import-map.ts';
import type { StaticBuild } from './static-build.ts';

/** Sends the document that every Lightning page starts from; the shell reads the rest from the address. */
export function sendShell(res: Response, bundles: CompiledBundles, { key, entries }: StaticBuild): void {
  const map = JSON.stringify(importMap({ key, entries, bundles: bundles.mainFiles() })).replaceAll(
    '<',
    '\\u003c',
  );
  sendDocument(res, {
    title: 'Lightning Experience',
    head: (nonce) =>
      html`<script src="${STATIC_PATH}/${key}/synthetic-shadow.js"></script>
        <script type="importmap" nonce="${nonce}">
          ${new Html(map)}
        </script>
        <script type="module" src="${STATIC_PATH}/${key}/one/boot.js"></script>`,
    body: html`<body class="slds-scope">
      <div id="shell"></div>
    </body>`,
  });
}
