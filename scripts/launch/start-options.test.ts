import { expect, test } from '@jest/globals';
import { parseStartOptions } from './start-options.ts';

test('without options the demo starts on the usual ports', () => {
  expect(parseStartOptions([])).toEqual({
    dataset: 'demo',
    from: undefined,
    orgPort: 4600,
    companionPort: 4610,
    data: undefined,
    fresh: false,
  });
});

test.each([
  [['--dataset', 'nope'], '--dataset is "nope"; it must be demo or ravenstack.'],
  [['--dataset', 'ravenstack'], '--dataset ravenstack needs --from DIR'],
  [['--port', 'abc'], '--port is "abc"; it must be a port from 1 to 65535.'],
  [['--port', '70000'], '--port is "70000"'],
  [['--colour', 'red'], "Unknown option '--colour'"],
])('%j is refused with what was wrong and what is expected', (argv, message) => {
  expect(() => parseStartOptions(argv)).toThrow(message);
});

test('--help asks for the help text', () => {
  expect(parseStartOptions(['--help'])).toBe('help');
});
