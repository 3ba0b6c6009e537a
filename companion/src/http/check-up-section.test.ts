import { expect, test } from '@jest/globals';
import { fail, ok } from '../usecases/doctor/finding.ts';
import { renderCheckUp } from './check-up-section.ts';

const AT = '2026-11-23T09:00:00.000Z';

test('what failed comes first, with its remedy, and nothing of the org is taken for HTML', () => {
  const html = renderCheckUp({
    at: AT,
    findings: [
      ok('org', 'login', 'in Acme <b>'),
      fail('rights', 'Account', 'cannot write CS_Health__c', 'Setup > Deploy'),
    ],
  });
  expect(html.indexOf('rights: Account')).toBeLessThan(html.indexOf('org: login'));
  expect(html).toContain('<small>Setup &gt; Deploy</small>');
  expect(html).toContain('in Acme &lt;b&gt;');
  expect(html).toContain('Examined <time');
});

test('before the first examination it says that one is under way', () => {
  expect(renderCheckUp(null)).toContain('Being examined');
});
