import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startProduct, type Product } from '../support/start-product.ts';
import { writeTinyDataset } from '../support/tiny-dataset.ts';

let files: string;
let folder: string;
let product: Product;

beforeAll(async () => {
  files = mkdtempSync(path.join(tmpdir(), 'tenure-dataset-'));
  folder = mkdtempSync(path.join(tmpdir(), 'tenure-dataset-data-'));
  writeTinyDataset(files);
  product = await startProduct({
    folder,
    env: { DATABASE_URL: '' },
    args: ['--dataset', 'ravenstack', '--from', files],
  });
}, 300_000);

afterAll(async () => {
  await product?.stop();
  for (const made of [files, folder]) rmSync(made, { recursive: true, force: true });
});

test('what can be loaded is loaded through the Bulk API and scored', () => {
  expect(product.output).toMatch(/3 accounts/);
  expect(product.output).toMatch(/3 read, 3 scored/);
});

test('each row that cannot be loaded is reported with file, line and reason', () => {
  const report = readFileSync(path.join(folder, 'ravenstack-problems.csv'), 'utf8');
  expect(report).toMatch(/accounts\.csv,5,.*account_id/);
  expect(report).toMatch(/subscriptions\.csv,4,.*A-9/);
  expect(report).toMatch(/feature_usage\.csv,4,.*-4/);
  expect(report.trim().split('\n')).toHaveLength(4);
});
