import { executeMutation } from 'lightning/graphql';
import { refusalOf, sendMutation } from 'c/csMutation';

const mutate = jest.mocked(executeMutation);
const written = { Record: { Id: '001' } };

describe('sendMutation', () => {
  test('passes document and variables, and hands back the answer', async () => {
    const answer = { data: { uiapi: { a0: written } } };
    mutate.mockResolvedValue(answer);
    expect(await sendMutation({}, { a0: 1 })).toBe(answer);
    expect(mutate).toHaveBeenCalledWith({ query: {}, variables: { a0: 1 } });
  });

  test('makes an answer of a request that did not get through', async () => {
    mutate.mockRejectedValue(new Error('The network is down'));
    expect(await sendMutation({}, {})).toEqual({ errors: [{ message: 'The network is down' }] });
  });
});

describe('refusalOf', () => {
  const errors = [
    { message: 'No access', paths: ['uiapi', 'a1'] },
    { message: 'Inactive user', paths: ['uiapi', 'a2'] },
  ];
  const data = { uiapi: { a0: written, a1: null } };

  test.each([
    ['a0', { data, errors }, null],
    ['a1', { data, errors }, 'No access'],
    ['a0', { errors: [{ message: 'The org is busy' }] }, 'The org is busy'],
    ['a0', {}, 'Salesforce gave no reason.'],
  ])('of %s in %p: %p', (alias, answer, expected) => {
    expect(refusalOf(alias, answer)).toBe(expected);
  });
});
