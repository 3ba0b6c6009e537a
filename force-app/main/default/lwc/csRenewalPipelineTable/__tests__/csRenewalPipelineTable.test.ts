import CsRenewalPipelineTable from 'c/csRenewalPipelineTable';
import { find, findAll, render } from 'test/render';
import { SECTIONS } from './sections';

const renderIt = () => render('c-cs-renewal-pipeline-table', CsRenewalPipelineTable, { sections: SECTIONS });

describe('c-cs-renewal-pipeline-table', () => {
  test('shows a month with its totals and its accounts', async () => {
    const element = await renderIt();
    const section = find(element, '[data-section="2026-12"]').textContent;
    expect(section).toContain('Dec 2026');
    expect(section).toContain('2 accounts · ARR $200 · $0 at risk');
    for (const part of [
      '$100',
      'Dec 12, 2026',
      'in 20 days',
      '72',
      'Steady',
      'Nov 2, 2026',
      'Nothing planned',
      'Growth',
      'Dana Reyes',
    ]) {
      expect(section).toContain(part);
    }
    await expect(element).toBeAccessible();
  });

  test('opens the account, and the opportunity where there is one', async () => {
    const links = findAll(await renderIt(), 'c-cs-record-link');
    expect(links.map(({ objectApiName, recordId, label }) => [objectApiName, recordId, label])).toEqual([
      ['Account', 'acc1', 'Acme'],
      ['Account', 'acc2', 'Brio'],
      ['Opportunity', 'opp1', 'Renewal 2027'],
    ]);
  });

  test('lets every account be pinned and acted on, and shows its band', async () => {
    const element = await renderIt();
    expect(findAll(element, 'c-cs-pin').map(({ accountId }) => accountId)).toEqual(['acc1', 'acc2']);
    expect(findAll(element, 'c-cs-quick-actions').map(({ recordName }) => recordName)).toEqual([
      'Acme',
      'Brio',
    ]);
    expect(findAll(element, 'c-cs-risk-band').map(({ band }) => band)).toEqual(['Healthy', 'Healthy']);
  });
});
