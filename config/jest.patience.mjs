import { jest } from '@jest/globals';

// A test that hangs still ends, but not while a cold machine is at work: how long something takes is no test's matter.
jest.setTimeout(120_000);
