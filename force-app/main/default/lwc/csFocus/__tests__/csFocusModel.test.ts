import { viewFocus } from '../csFocusModel';
import { readFocus } from '../csFocusQuery';
import { askingOf } from '../csFocusFilter';
import { TODAY, accountOf, focusData } from './accounts';
import { pinOf } from '../../csPins/__tests__/pins';

const view = (...parts: Parameters<typeof focusData>) => viewFocus(readFocus(focusData(...parts)), TODAY);

describe('viewFocus', () => {
  test('ranks by all reasons together, then by ARR, then by name', () => {
    const { asking } = view(
      [],
      [
        accountOf({ id: '1', name: 'Declining', trend: 'Declining', change: -5 }),
        accountOf({ id: '2', name: 'Small', band: 'At Risk', risk: 80, arr: 5 }),
        accountOf({ id: '3', name: 'Big', band: 'At Risk', risk: 80, arr: 500 }),
        accountOf({ id: '4', name: 'Amber', band: 'At Risk', risk: 80, arr: 5 }),
        accountOf({ id: '5', name: 'Both', band: 'At Risk', risk: 80, trend: 'Declining', change: -5 }),
      ],
    );
    expect(asking.map(({ rank, name }) => `${rank} ${name}`)).toEqual([
      '1 Both',
      '2 Big',
      '3 Amber',
      '4 Small',
      '5 Declining',
    ]);
  });

  test('keeps the pinned in the order of the user, with their reasons and their place', () => {
    const { pinned } = view(
      [
        { pin: pinOf({ id: 'p1' }), account: accountOf({ id: '1', name: 'Calm' }) },
        { pin: pinOf({ id: 'p2' }), account: accountOf({ id: '2', name: 'Hot', band: 'At Risk', risk: 90 }) },
      ],
      [],
    );
    expect(pinned).toMatchObject([
      { name: 'Calm', reasons: [], place: '1 of 2', isFirst: true, isLast: false, isMovable: true },
      {
        name: 'Hot',
        reasons: [{ text: 'At risk: 90 of 100' }],
        place: '2 of 2',
        isFirst: false,
        isLast: true,
      },
    ]);
  });

  test.each([
    ['2026-11-23', [], ['Nov 23, 2026']],
    ['2026-11-22', ['Acme'], []],
    [null, ['Acme'], []],
  ])('a pinned account put aside until %s', (dismissedUntil, pinned, aside) => {
    const shown = view([{ pin: pinOf({ dismissedUntil }), account: accountOf() }], []);
    expect(shown.pinned.map(({ name }) => name)).toEqual(pinned);
    expect(shown.aside.map(({ until }) => until)).toEqual(aside);
  });

  test('tells ARR, renewal and the next touch, as far as they are known and lie ahead', () => {
    const facts = (fields: object) => view([], [accountOf(fields)]).asking[0]?.facts;
    expect(facts({})).toBe('ARR $100K · renews Jun 30, 2027 · next touch Dec 1, 2026');
    expect(facts({ arr: null, renewal: '2026-11-01', planned: '2026-11-21' })).toBe('');
    const playbook = 'At-risk rescue: 2 of 6 steps';
    expect(facts({ arr: null, renewal: null, planned: null, playbook })).toBe(playbook);
  });

  test('leaves out a pin whose account the user may no longer see', () => {
    expect(view([{ pin: pinOf(), account: null }], [])).toEqual({ pinned: [], asking: [], aside: [] });
  });
});

describe('askingOf', () => {
  const filter = JSON.stringify(askingOf('005me', TODAY));

  test.each([
    ['renewals up to 30 days ahead without a plan', '{"CS_Renewal_Date__c":{"lte":{"value":"2026-12-22"}}}'],
    ['touchpoints due before today', '{"CS_Touch_Due__c":{"lt":{"value":"2026-11-22"}}}'],
    ['current customers', '{"CS_Status__c":{"ne":"Churned"}}'],
    ['those not put aside beyond today', '"CS_Dismissed_Until__c":{"gt":{"value":"2026-11-22"}}'],
    ['those not pinned', '"CS_Pinned__c":{"eq":true}'],
  ])('asks for %s', (_, part) => {
    expect(filter).toContain(part);
  });

  test('stays within the two anti-joins of a query, over pins of the user herself', () => {
    expect(filter.match(/ninq/g)).toHaveLength(2);
    expect(filter.match(/"CS_Pinned_Account__c":\{"OwnerId":\{"eq":"005me"\}/g)).toHaveLength(2);
  });
});
