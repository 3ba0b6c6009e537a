import type { SentEmail } from '../notifications/sent-mail.ts';
import { html, type Html } from './html.ts';

/** The page that shows what the org would have sent. */
export function mailDocument(emails: readonly SentEmail[]): Html {
  return html`<body class="slds-scope">
    <main class="slds-p-vertical_large slds-p-horizontal_medium slds-container_large slds-container_center">
      <h1 class="slds-text-heading_large">Sent mail</h1>
      <p class="slds-text-color_weak slds-m-bottom_large">
        What this org would have sent, the newest first. Nothing leaves this machine.
      </p>
      ${emails.length === 0 ? html`<p role="status">Nothing has been sent yet.</p>` : emails.map(emailArticle)}
    </main>
  </body>`;
}

function emailArticle({ id, at, from, to, subject, body }: SentEmail): Html {
  return html`<article class="slds-box slds-m-bottom_medium" aria-labelledby="mail-${id}">
    <h2 class="slds-text-heading_small" id="mail-${id}">${subject}</h2>
    <p class="slds-text-color_weak slds-m-bottom_small">
      From ${from} to ${to.join(', ')}, <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>
    </p>
    <pre class="mail-body">${body}</pre>
  </article>`;
}
