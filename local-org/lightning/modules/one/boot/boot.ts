import { createElement } from 'lwc';
import App from 'one/app';

const app = createElement('one-app', { is: App });
document.getElementById('shell')?.append(app);
if (!(app.shadowRoot as { synthetic?: boolean } | null)?.synthetic) {
  throw new Error('The page was loaded without synthetic shadow; its styles would not apply.');
}
