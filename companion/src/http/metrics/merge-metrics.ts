import type { Metric } from './metric-text.ts';

/** The metrics of several orgs, each family once. What tells of the process and not of an org is taken once. */
export function mergeMetrics(perOrg: readonly Metric[][]): Metric[] {
  const families = new Map<string, Metric>();
  for (const metrics of perOrg) {
    for (const metric of metrics) {
      const known = families.get(metric.name);
      const news = known
        ? metric.samples.filter(({ labels }) => labels?.['org'] !== undefined)
        : metric.samples;
      families.set(metric.name, { ...metric, samples: [...(known?.samples ?? []), ...news] });
    }
  }
  return [...families.values()];
}
