/** One thing wrong with a component, as it will stand in componentFailures. */
export interface ComponentProblem {
  message: string;
  line?: number;
  column?: number;
  /** Path in the zip, where it is not the component's own file. */
  fileName?: string;
  /** A warning leaves the deploy standing. Default `Error`. */
  severity?: 'Error' | 'Warning';
}
