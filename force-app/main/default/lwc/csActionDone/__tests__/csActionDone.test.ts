import { announceActionDone, onActionDone } from 'c/csActionDone';

const DONE = { action: 'logCall', accountId: '001', contactId: undefined };

test('what is done is told to all who listen, until they stop', () => {
  const [first, second] = [jest.fn(), jest.fn()];
  const stopFirst = onActionDone(first);
  const stopSecond = onActionDone(second);
  announceActionDone(DONE);
  stopFirst();
  announceActionDone(DONE);
  stopSecond();
  expect(first).toHaveBeenCalledTimes(1);
  expect(second.mock.calls).toEqual([[DONE], [DONE]]);
});
