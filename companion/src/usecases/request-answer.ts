/** What came of a request. */
export interface RequestAnswer {
  ok: boolean;
  /** One sentence that a person can act on. */
  message: string;
  /** What a page reads beside it, kept as JSON. */
  result?: object;
}
