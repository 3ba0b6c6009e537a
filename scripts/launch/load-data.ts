import { describeReport } from '../dataset/load-report.ts';
import { loadRavenstack } from '../dataset/load-ravenstack.ts';
import { loadGenerated } from '../generated/load-generated.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { connectOrg } from '../org-client/connect-org.ts';
import { loadStarterAlertRules } from '../starter/load-starter-alert-rules.ts';
import { loadStarterConfig } from '../starter/load-starter-config.ts';
import { loadStarterPlaybooks } from '../starter/load-starter-playbooks.ts';
import { loadStarterTemplates } from '../starter/load-starter-templates.ts';
import type { RunningOrg } from './launch-org.ts';
import type { Instance } from './instance.ts';
import type { StartOptions } from './start-options.ts';

/**
 * Loads the dataset that was asked for, once, and the starter templates, playbooks, alert rules and configuration that are missing:
 * what people changed since then stays.
 *
 * @returns lines about what could not be loaded, and where the list is
 */
export async function loadData(
  instance: Instance,
  org: RunningOrg,
  options: StartOptions,
  progress: (text: string) => void,
): Promise<string[]> {
  await loadStarterTemplates(connectOrg(org));
  await loadStarterConfig(connectOrg(org), new Date());
  await loadStarterPlaybooks(connectOrg(org));
  // Nobody sleeps in a local org: who starts it at night sees the bell as well.
  await loadStarterAlertRules(connectOrg(org), { quietHours: false });
  if (instance.read().dataLoaded) {
    progress('from an earlier start');
    return [];
  }
  const notes: string[] = [];
  if (options.dataset === 'ravenstack') {
    const reportFile = instance.path('ravenstack-problems.csv');
    const report = await loadRavenstack(org, options.from ?? '', progress, { reportFile });
    const [headline, ...details] = describeReport(report);
    progress(headline ?? '');
    notes.push(...details);
  } else if (options.dataset === 'generated') {
    await loadGenerated(org, options.accounts ?? 0, progress);
  } else {
    await loadDemo(org, progress);
  }
  instance.update({ dataLoaded: true });
  return notes;
}
