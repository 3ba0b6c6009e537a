/** What one case of the benchmark came to. `ratio` is compared with `wanted`; both sides were measured in this run. */
export interface Outcome {
  name: string;
  ours: string;
  theirs: string;
  ratio: number;
  wanted: { atLeast: number } | { atMost: number };
  /** What else a reader should know, such as how the sides were measured. */
  notes: string[];
}

/** How big a run of the benchmark is. */
export interface BenchSize {
  accounts: number;
  /** How often each side of a case is timed; as often as the case needs for a steady median unless told. */
  rounds?: number | undefined;
}

export interface BenchCase {
  name: string;
  run(size: BenchSize): Promise<Outcome[]>;
}

/** Whether the goal of a case is reached. */
export function isMet({ ratio, wanted }: Outcome): boolean {
  return 'atLeast' in wanted ? ratio >= wanted.atLeast : ratio <= wanted.atMost;
}
