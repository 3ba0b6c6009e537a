import { loadRavenstack } from '../dataset/load-ravenstack.ts';
import { loadDemo } from '../demo/load-demo.ts';
import type { RunningOrg } from './launch-org.ts';
import type { Instance } from './instance.ts';
import type { StartOptions } from './start-options.ts';

/** Loads the dataset that was asked for, once: what people changed since then stays. */
export async function loadData(
  instance: Instance,
  org: RunningOrg,
  options: StartOptions,
  progress: (text: string) => void,
): Promise<void> {
  if (instance.read().dataLoaded) {
    progress('from an earlier start');
    return;
  }
  if (options.dataset === 'ravenstack') {
    const report = await loadRavenstack(org, options.from ?? '', progress);
    progress(String(report));
  } else {
    const { counts } = await loadDemo(org, progress);
    progress(String(counts));
  }
  instance.update({ dataLoaded: true });
}
