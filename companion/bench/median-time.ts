const ROUNDS = 5;

/**
 * Times several pieces of work in turns, so that what else the machine does falls on all of them alike, after one round
 * that does not count.
 *
 * @returns the median of each, in seconds
 */
export async function medianTimes(works: (() => unknown)[], rounds = ROUNDS): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      if (round > 0) times[index]?.push((performance.now() - start) / 1000);
    }
  }
  return times.map(median);
}

/** The middle one; of an even number the lower of the two. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;
}
