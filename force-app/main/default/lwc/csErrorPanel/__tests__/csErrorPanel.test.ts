import CsErrorPanel from 'c/csErrorPanel';
import { findAll, render, textOf } from 'test/render';

describe('c-cs-error-panel', () => {
  test('says what could not be done and why', async () => {
    const panel = await render('c-cs-error-panel', CsErrorPanel, {
      heading: 'The score could not be loaded',
      errors: { body: { message: 'Not found' } },
    });
    expect(findAll(panel, 'p').map((line) => line.textContent)).toEqual([
      'The score could not be loaded',
      'Not found',
    ]);
    await expect(panel).toBeAccessible();
  });

  test('shows nothing while there is no error', async () => {
    const panel = await render('c-cs-error-panel', CsErrorPanel, { errors: undefined });
    expect(textOf(panel)).toBe('');
  });
});
