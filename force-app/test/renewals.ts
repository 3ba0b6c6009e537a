import type { RenewalSection } from 'c/csRenewalPipelineTable';
import { find, findAll, render } from './render';
import type { Rendered } from './render';

const ROW = {
  id: 'acc1',
  name: 'Acme',
  csm: 'Dana Reyes',
  tier: 'Growth',
  arr: '$100',
  health: '72',
  trend: 'Steady',
  band: 'Healthy',
  renewal: 'Dec 12, 2026',
  left: 'in 20 days',
  leftClass: 'slds-text-title_bold',
  last: 'Nov 2, 2026',
  playbook: '',
  planned: 'Nothing planned',
  opportunityId: '',
  opportunityName: '',
  isSelected: true,
  selectLabel: 'Select Acme',
};

const SECOND = {
  ...ROW,
  ...{
    id: 'acc2',
    name: 'Brio',
    opportunityId: 'opp1',
    opportunityName: 'Renewal 2027',
    playbook: 'At-risk rescue: 2 of 6 steps',
  },
  ...{ isSelected: false, selectLabel: 'Select Brio' },
};

/** One month with two accounts, the second with an opportunity. */
const SECTIONS: RenewalSection[] = [
  {
    key: '2026-12',
    heading: 'Dec 2026',
    totals: '2 accounts · ARR $200 · $0 at risk',
    rows: [ROW, SECOND],
  },
];

/** The tests that a list of renewals passes, whatever it looks like. */
export function itShowsRenewals(tag: string, component: new () => object): void {
  const renderIt = (): Promise<Rendered> => render(tag, component, { sections: SECTIONS, canSelect: true });

  describe(tag, () => {
    test('shows a month with its totals and its accounts', async () => {
      const element = await renderIt();
      const section = find(element, '[data-section="2026-12"]').textContent;
      for (const part of [
        ...['Dec 2026', '2 accounts · ARR $200 · $0 at risk', '$100', 'Dec 12, 2026', 'in 20 days', '72'],
        ...[
          'Steady',
          'Nov 2, 2026',
          'Nothing planned',
          'Growth',
          'Dana Reyes',
          'At-risk rescue: 2 of 6 steps',
        ],
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
      const actions = findAll(element, 'c-cs-quick-actions');
      expect(actions.map(({ recordName }) => recordName)).toEqual(['Acme', 'Brio']);
      expect(findAll(element, 'c-cs-risk-band').map(({ band }) => band)).toEqual(['Healthy', 'Healthy']);
    });

    test('says of an account without a band that it is not scored', async () => {
      const rows = [{ ...ROW, band: null }];
      const element = await render(tag, component, { sections: [{ ...SECTIONS[0], rows }] });
      expect(find(element, '[data-section="2026-12"]').textContent).toContain('Not scored');
      expect(findAll(element, 'c-cs-risk-band')).toHaveLength(0);
    });

    test('tells which account is selected, and which one is to be', async () => {
      const element = await renderIt();
      const toggled = jest.fn();
      element.addEventListener('rowtoggle', (event) => toggled((event as CustomEvent).detail));
      const boxes = findAll(element, 'c-cs-select-box');
      expect(boxes.map(({ label, checked }) => [label, checked])).toEqual([
        ['Select Acme', true],
        ['Select Brio', false],
      ]);
      boxes[1]?.dispatchEvent(new CustomEvent('tick', { detail: { checked: true } }));
      expect(toggled).toHaveBeenCalledWith({ id: 'acc2', checked: true });
    });

    test('who may not change accounts is offered nothing to select', async () => {
      const element = await render(tag, component, { sections: SECTIONS });
      expect(findAll(element, 'c-cs-select-box')).toHaveLength(0);
      await expect(element).toBeAccessible();
    });
  });
}
