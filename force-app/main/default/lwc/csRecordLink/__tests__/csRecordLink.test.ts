import CsRecordLink from 'c/csRecordLink';
import { navigate } from 'test/mocks/navigation';
import { find, render } from 'test/render';

const CASE = { objectApiName: 'Case', recordId: '500000000000001AAA', label: '00001234' };

describe('c-cs-record-link', () => {
  test('has a real address, so that it opens in a new tab', async () => {
    const link = await render('c-cs-record-link', CsRecordLink, CASE);
    expect(find(link, 'a').getAttribute('href')).toBe('/lightning/r/Case/500000000000001AAA/view');
    expect(find(link, 'a').textContent).toBe('00001234');
    await expect(link).toBeAccessible();
  });

  test('a click navigates as the app does and does not load the page anew', async () => {
    const link = await render('c-cs-record-link', CsRecordLink, CASE);
    const click = new MouseEvent('click', { cancelable: true });
    find(link, 'a').dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(navigate).toHaveBeenCalledWith({
      type: 'standard__recordPage',
      attributes: { recordId: CASE.recordId, objectApiName: 'Case', actionName: 'view' },
    });
  });

  test('a click with Ctrl is left to the browser', async () => {
    const link = await render('c-cs-record-link', CsRecordLink, CASE);
    find(link, 'a').dispatchEvent(new MouseEvent('click', { cancelable: true, ctrlKey: true }));
    expect(navigate).not.toHaveBeenCalled();
  });
});
