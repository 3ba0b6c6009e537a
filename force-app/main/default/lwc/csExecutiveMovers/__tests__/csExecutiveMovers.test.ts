import CsExecutiveMovers from 'c/csExecutiveMovers';
import { find, findAll, render, textOf } from 'test/render';

describe('c-cs-executive-movers', () => {
  test('lists who rose and who fell, with a link to each', async () => {
    const element = await render('c-cs-executive-movers', CsExecutiveMovers, {
      risers: [{ id: '001Y', name: 'Yarrow', change: 21, health: 78, arr: 18_000 }],
      fallers: [{ id: '001N', name: 'Northwind', change: -15, health: null, arr: null }],
    });
    expect(textOf(find(element, '[data-list="up"]'))).toContain('+21');
    expect(textOf(find(element, '[data-list="down"]'))).toContain('health not known, ARR not known');
    expect(findAll(element, 'c-cs-record-link').map(({ recordId }) => recordId)).toEqual(['001Y', '001N']);
    await expect(element).toBeAccessible();
  });

  test('says that nobody moved', async () => {
    const element = await render('c-cs-executive-movers', CsExecutiveMovers, { risers: [], fallers: [] });
    expect(textOf(element)).toContain('Nobody rose.');
    expect(textOf(element)).toContain('Nobody fell.');
    await expect(element).toBeAccessible();
  });
});
