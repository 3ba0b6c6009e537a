import { expect, test } from '@jest/globals';
import { describeFailure } from './describe-failure.ts';

test('a failed deploy names file, line, component and problem', () => {
  const text = describeFailure(['project', 'deploy', 'start'], {
    status: 1,
    result: {
      details: {
        componentFailures: [
          {
            fileName: 'objects/Account.object',
            lineNumber: 12,
            columnNumber: 4,
            componentType: 'CustomField',
            fullName: 'Account.CS_ARR__c',
            problem: 'Must specify a scale',
          },
        ],
      },
    },
  });
  expect(text).toContain('objects/Account.object:12:4 CustomField Account.CS_ARR__c: Must specify a scale');
});

test('one failure that is not in a list is read as well', () => {
  const text = describeFailure(['project', 'deploy', 'start'], {
    status: 1,
    data: { details: { componentFailures: { fullName: 'csRisk', problem: 'No module c/missing' } } },
  });
  expect(text).toContain('csRisk: No module c/missing');
});

test('any other failure gives the message of the CLI', () => {
  expect(describeFailure(['org', 'login', 'jwt'], { status: 1, message: 'invalid_grant' })).toBe(
    'sf org login jwt failed: invalid_grant',
  );
});

test('a command that failed for some of several gives the reason of each', () => {
  const result = { successes: [], failures: [{ name: 'dana', message: 'no such permission set' }] };
  expect(describeFailure(['org', 'assign', 'permset'], { status: 1, result })).toBe(
    'sf org assign permset failed: dana: no such permission set',
  );
});
