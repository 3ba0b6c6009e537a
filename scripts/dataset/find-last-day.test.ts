import { afterEach, describe, expect, test } from '@jest/globals';
import { findLastDay } from './find-last-day.ts';
import { tinyDataset, type TinyDataset } from './testing/tiny-dataset.ts';

const TODAY = '2026-11-22';
const made: TinyDataset[] = [];
afterEach(() => made.splice(0).forEach((dataset) => dataset.remove()));

describe('findLastDay', () => {
  test('passes over days that are none and days after today', async () => {
    const dataset = tinyDataset({
      usage: ['U-1,S-1,2090-01-01,f,1,1,0,False', 'U-2,S-1,never,f,1,1,0,False'],
    });
    made.push(dataset);
    expect(await findLastDay(dataset.folder, TODAY)).toBe('2024-12-29');
  });

  test('names the file that is missing before anything is loaded', async () => {
    const dataset = tinyDataset({ churnEvents: null });
    made.push(dataset);
    await expect(findLastDay(dataset.folder, TODAY)).rejects.toThrow(
      `There is no churn_events.csv in ${dataset.folder}.`,
    );
  });

  test('says so when no file has a day', async () => {
    const dataset = tinyDataset({ accounts: [], subscriptions: [], usage: [], tickets: [], churnEvents: [] });
    made.push(dataset);
    await expect(findLastDay(dataset.folder, TODAY)).rejects.toThrow('has a day up to today (2026-11-22)');
  });
});
