import CsNpsSplit from 'c/csNpsSplit';
import { find, findAll, render, textOf } from 'test/render';

const renderIt = (counts: object) => render('c-cs-nps-split', CsNpsSplit, counts as Record<string, unknown>);

describe('the split of an NPS', () => {
  test('is drawn from detractors to promoters, by their shares, and said in words', async () => {
    const element = await renderIt({ promoters: 3, passives: 2, detractors: 5 });
    const parts = findAll(element, 'svg.bar rect').map((rect) => [
      rect.getAttribute('class'),
      rect.getAttribute('x'),
      rect.getAttribute('width'),
    ]);
    expect(parts).toEqual([
      ['detractors', '0', '50'],
      ['passives', '50', '20'],
      ['promoters', '70', '30'],
    ]);
    expect(find(element, 'svg.bar').getAttribute('aria-label')).toBe(
      'Detractors 5 (50%), Passives 2 (20%), Promoters 3 (30%)',
    );
    expect(textOf(element)).toContain('Promoters 3 (30%)');
    await expect(element).toBeAccessible();
  });

  test('is nothing without answers', async () => {
    const element = await renderIt({});
    expect(findAll(element, 'svg')).toHaveLength(0);
  });
});
