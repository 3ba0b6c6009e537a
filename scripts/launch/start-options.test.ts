import { expect, test } from '@jest/globals';
import { parseStartOptions } from './start-options.ts';

test('without options the demo starts on the usual ports', () => {
  expect(parseStartOptions([])).toEqual({
    dataset: 'demo',
    from: undefined,
    accounts: undefined,
    orgPort: 4600,
    companionPort: 4610,
    data: undefined,
    fresh: false,
  });
});

test.each([
  [['--dataset', 'nope'], '--dataset is "nope"; it must be demo, ravenstack or generated.'],
  [['--dataset', 'ravenstack'], '--dataset ravenstack needs --from DIR'],
  [['--accounts', '50'], '--accounts is for --dataset generated; demo has its own accounts.'],
  [
    ['--dataset', 'generated', '--accounts', '0'],
    '--accounts is "0"; it must be a whole number from 1 to 100000.',
  ],
  [['--port', 'abc'], '--port is "abc"; it must be a port from 1 to 65535.'],
  [['--port', '70000'], '--port is "70000"'],
  [['--colour', 'red'], "Unknown option '--colour'"],
])('%j is refused with what was wrong and what is expected', (argv, message) => {
  expect(() => parseStartOptions(argv)).toThrow(message);
});

test('generated accounts are ten thousand unless told otherwise', () => {
  expect(parseStartOptions(['--dataset', 'generated'])).toMatchObject({ accounts: 10_000 });
  expect(parseStartOptions(['--dataset', 'generated', '--accounts', '50'])).toMatchObject({ accounts: 50 });
});

test('--help asks for the help text', () => {
  expect(parseStartOptions(['--help'])).toBe('help');
});
