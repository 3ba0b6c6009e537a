import { compare } from '../csWorkloadTableModel';

test.each([
  [44, 35, '26% above the team'],
  [26, 35, '26% below the team'],
  [36, 35, 'like the team'],
  [0, 35, '100% below the team'],
  [44, null, ''],
  [44, 0, ''],
])('an effort of %s beside an average of %s is "%s"', (effort, team, words) => {
  expect(compare(effort, team)).toBe(words);
});
