import { parseExplanation } from '../csRiskExplanation';
import { AT_RISK } from './explanations';

describe('parseExplanation', () => {
  test('reads what the companion writes', () => {
    expect(parseExplanation(JSON.stringify(AT_RISK))).toEqual({ kind: 'read', explanation: AT_RISK });
  });

  test('reads that nothing is known yet', () => {
    const unknown = { ...AT_RISK, score: null, band: null, contributions: [], counterfactual: null };
    expect(parseExplanation(JSON.stringify(unknown))).toEqual({ kind: 'read', explanation: unknown });
  });

  test.each([[null], [undefined], ['']])('%p is no explanation', (json) => {
    expect(parseExplanation(json)).toEqual({ kind: 'none' });
  });

  test.each([
    ['half a document', '{"v":1,', 'not valid JSON'],
    ['null', 'null', 'version undefined'],
    ['a later version', JSON.stringify({ ...AT_RISK, v: 2 }), 'version 2'],
    ['a missing score', JSON.stringify({ ...AT_RISK, score: undefined }), 'lacks parts'],
    ['a missing configuration', JSON.stringify({ ...AT_RISK, config: undefined }), 'lacks parts'],
    ['health that is null', JSON.stringify({ ...AT_RISK, health: null }), 'lacks parts'],
    ['contributions that are no list', JSON.stringify({ ...AT_RISK, contributions: {} }), 'lacks parts'],
    ['a contribution that is null', JSON.stringify({ ...AT_RISK, contributions: [null] }), 'lacks parts'],
    ['points in words', JSON.stringify({ ...AT_RISK, contributions: [{ points: 'many' }] }), 'lacks parts'],
  ])('names what is wrong with %s instead of guessing', (_, json, problem) => {
    expect(parseExplanation(json)).toEqual({ kind: 'unreadable', problem: expect.stringContaining(problem) });
  });
});
