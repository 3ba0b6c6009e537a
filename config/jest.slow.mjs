import { jest } from '@jest/globals';

// Whole-system steps start processes: a test that hangs still ends, but not while a cold machine is at work.
jest.setTimeout(120_000);
