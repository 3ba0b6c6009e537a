import CsRenewalPipelineFilters from 'c/csRenewalPipelineFilters';
import { find, render } from 'test/render';

const renderIt = () =>
  render('c-cs-renewal-pipeline-filters', CsRenewalPipelineFilters, {
    criteria: { csm: 'mine', tier: '', band: '' },
    tiers: [{ label: 'Growth', value: 'Growth' }],
    bands: [{ label: 'Watch', value: 'Watch' }],
  });

describe('c-cs-renewal-pipeline-filters', () => {
  test('offers all values of the org, and those without a score', async () => {
    const element = await renderIt();
    const valuesOf = (name: string) =>
      (find(element, `[data-name="${name}"]`).options as { value: string }[]).map(({ value }) => value);
    expect(valuesOf('csm')).toEqual(['mine', 'anyone']);
    expect(valuesOf('tier')).toEqual(['', 'Growth']);
    expect(valuesOf('band')).toEqual(['', 'Watch', 'none']);
    await expect(element).toBeAccessible();
  });

  test.each([
    ['csm', 'anyone'],
    ['tier', 'Growth'],
    ['band', 'none'],
  ])('says that %s changed', async (name, value) => {
    const element = await renderIt();
    const change = jest.fn();
    element.addEventListener('criteriachange', change);
    find(element, `[data-name="${name}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    expect(change.mock.calls[0][0].detail).toEqual({ [name]: value });
  });
});
