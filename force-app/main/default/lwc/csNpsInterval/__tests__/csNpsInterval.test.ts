import CsNpsInterval from 'c/csNpsInterval';
import { find, render } from 'test/render';

test('the score and its range are drawn on a scale from -100 to 100', async () => {
  const element = await render('c-cs-nps-interval', CsNpsInterval, {
    nps: 30,
    low: -20,
    high: 65,
    description: 'NPS +30, between -20 and +65',
  });
  expect(find(element, 'circle').getAttribute('cx')).toBe('130');
  expect(find(element, '.range').getAttribute('x')).toBe('80');
  expect(find(element, '.range').getAttribute('width')).toBe('85');
  expect(find(element, 'svg').getAttribute('aria-label')).toBe('NPS +30, between -20 and +65');
  await expect(element).toBeAccessible();
});
