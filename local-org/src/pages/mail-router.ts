import { Router } from 'express';
import { SalesforceError } from '../errors.ts';
import { authenticate, currentUser } from '../http/authenticate.ts';
import { userOf } from '../http/user-of.ts';
import type { Org } from '../org.ts';
import { sendDocument } from './document.ts';
import { mailDocument } from './mail-document.ts';

const MOST_SHOWN = 200;

/**
 * What the org would have sent: a page for an administrator at `/local-org/mail`, and the same as JSON at
 * `/local-org/mail.json`. No part of Salesforce, hence the path.
 */
export function mailRouter(org: Org): Router {
  const router = Router();
  router.get('/local-org/mail', (req, res) => {
    const user = currentUser(org, req);
    if (!user) return void res.redirect(302, `/login?retURL=${encodeURIComponent(req.originalUrl)}`);
    if (!user.viewAllData) {
      return void res.status(403).type('text').send('Only an administrator reads the mail of the org.');
    }
    sendDocument(res, { title: 'Sent mail', body: mailDocument(org.sentMail.list(MOST_SHOWN)) });
  });
  router.get('/local-org/mail.json', authenticate(org), (_req, res) => {
    if (!userOf(res).viewAllData) {
      const message = 'Only an administrator reads the mail of the org.';
      throw new SalesforceError('INSUFFICIENT_ACCESS', message, { httpStatus: 403 });
    }
    res.json({ emails: org.sentMail.list(MOST_SHOWN) });
  });
  return router;
}
