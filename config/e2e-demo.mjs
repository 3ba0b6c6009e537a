import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Before the first suite: where the suites of this run find the demo that they start copies of. */
export default function shareDemo() {
  process.env.TENURE_E2E_DEMO = mkdtempSync(path.join(tmpdir(), 'tenure-demo-shared-'));
}
