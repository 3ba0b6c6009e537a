import { html, type Html } from './html.ts';
import type { OrgUser } from './org-users.ts';

/** The login page: everyone who can log in, one button each. There are no passwords in a local org. */
export function loginDocument(users: readonly OrgUser[], retURL: string, problem?: string): Html {
  return html`<body class="slds-scope">
    <main class="slds-align_absolute-center slds-p-vertical_xx-large slds-p-horizontal_medium">
      <article class="slds-card slds-size_1-of-1 login-card">
        <div class="slds-card__header slds-grid">
          <header class="slds-media slds-media_center slds-has-flexi-truncate">
            <div class="slds-media__figure">
              <img src="/assets/favicon.svg" width="32" height="32" alt="" />
            </div>
            <div class="slds-media__body">
              <h1 class="slds-text-heading_medium">Log in to the local org</h1>
              <p class="slds-text-color_weak">
                A model of Salesforce on this machine. Choose who you are; there are no passwords.
              </p>
            </div>
          </header>
        </div>
        <div class="slds-card__body slds-card__body_inner">
          ${problem ? html`<div class="slds-notify slds-notify_alert slds-alert_error slds-m-bottom_small" role="alert"><h2>${problem}</h2></div>` : ''}
          <form method="post" action="/login">
            <input type="hidden" name="retURL" value="${retURL}" />
            <ul class="slds-has-dividers_around-space">
              ${users.map(userButton)}
            </ul>
          </form>
        </div>
      </article>
    </main>
  </body>`;
}

function userButton({ name, title, profile, username }: OrgUser): Html {
  const initials = name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();
  return html`<li class="slds-item">
    <button
      class="slds-button slds-button_reset slds-media slds-media_center slds-size_1-of-1 slds-text-align_left"
      type="submit"
      name="username"
      value="${username}"
    >
      <span class="slds-media__figure"
        ><span class="slds-avatar slds-avatar_circle" aria-hidden="true"
          ><span class="slds-avatar__initials slds-icon-standard-user">${initials}</span></span
        ></span
      >
      <span class="slds-media__body"
        ><span class="slds-text-heading_small slds-show">${name}</span>
        <span class="slds-text-color_weak slds-show"
          >${title ? `${title} · ` : ''}${profile} · ${username}</span
        ></span
      >
    </button>
  </li>`;
}
