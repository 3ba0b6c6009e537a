import { rmSync } from 'node:fs';

/** After the last suite: removes the demo that the suites started copies of. */
export default function removeDemo() {
  if (process.env.TENURE_E2E_DEMO) rmSync(process.env.TENURE_E2E_DEMO, { recursive: true, force: true });
}
