import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { Html, html } from './html.ts';

interface Document {
  title: string;
  head?: (nonce: string) => Html;
  body: Html;
}

/**
 * Sends a page under a policy that lets only this org's own files run. Styles may be inline, as synthetic
 * shadow inserts them; scripts may not, the import map with its one-time nonce excepted.
 */
export function sendDocument(res: Response, { title, head, body }: Document): void {
  const nonce = randomBytes(16).toString('base64');
  res.setHeader('content-security-policy', policy(nonce));
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'same-origin');
  res.setHeader('cache-control', 'no-store');
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg" />
        <link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css" />
        <link rel="stylesheet" href="/assets/shell.css" />
        ${head?.(nonce) ?? new Html('')}
      </head>
      ${body}
    </html> `;
  res.type('html').send(page.markup);
}

function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
