import type { Metric, Sample } from './metric-text.ts';

/** From an answer out of memory to one that waited for the org. */
const BOUNDS_SECONDS = [0.01, 0.05, 0.25, 1, 5];

interface Durations {
  counts: number[];
  sum: number;
}

export interface HttpMetrics {
  /** @param route the path as it was registered: one label for all accounts, not one for each */
  observe(request: { method: string; route: string; status: number; seconds: number }): void;
  collect(): Metric[];
}

/** Counts the requests of this process and how long they took. */
export function createHttpMetrics(): HttpMetrics {
  const requests = new Map<string, { labels: Record<string, string>; count: number }>();
  const durations = new Map<string, Durations>();
  return {
    observe({ method, route, status, seconds }) {
      const labels = { method, route, status: String(status) };
      const key = JSON.stringify(labels);
      const counted = requests.get(key) ?? { labels, count: 0 };
      requests.set(key, { labels, count: counted.count + 1 });
      const known = durations.get(route) ?? { counts: [...BOUNDS_SECONDS.map(() => 0), 0], sum: 0 };
      const bucket = BOUNDS_SECONDS.findIndex((bound) => seconds <= bound);
      const at = bucket < 0 ? BOUNDS_SECONDS.length : bucket;
      durations.set(route, {
        counts: known.counts.map((count, index) => count + (index === at ? 1 : 0)),
        sum: known.sum + seconds,
      });
    },

    collect: () => [
      {
        name: 'tenure_http_requests_total',
        help: 'Requests answered by this process.',
        type: 'counter',
        samples: [...requests.values()].map(({ labels, count }) => ({ labels, value: count })),
      },
      {
        name: 'tenure_http_request_duration_seconds',
        help: 'How long requests took.',
        type: 'histogram',
        samples: [...durations].flatMap(([route, each]) => toSamples(route, each)),
      },
    ],
  };
}

function toSamples(route: string, { counts, sum }: Durations): Sample[] {
  const upTo = (index: number) => counts.slice(0, index + 1).reduce((total, count) => total + count, 0);
  const buckets = counts.map((_, index): Sample => {
    const le = index < BOUNDS_SECONDS.length ? String(BOUNDS_SECONDS[index]) : '+Inf';
    return { suffix: '_bucket', labels: { route, le }, value: upTo(index) };
  });
  return [
    ...buckets,
    { suffix: '_sum', labels: { route }, value: sum },
    { suffix: '_count', labels: { route }, value: upTo(counts.length - 1) },
  ];
}
