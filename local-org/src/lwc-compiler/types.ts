export interface CompileProblem {
  /** File inside the bundle: `csRisk.html`. */
  file: string;
  line?: number;
  column?: number;
  message: string;
}

export interface CompiledBundle {
  /** Path inside the bundle as imported (`csRisk.js`, `csRisk.html`, `csRisk.css`, `other.js`) → ES module text. */
  modules: Map<string, string>;
  /** Empty when the bundle compiles. */
  problems: CompileProblem[];
}
