/** A template filled in, and what could not be filled in, each name once, in the order of the text. */
export interface Merged {
  text: string;
  /** Fields that exist but have no value here; the text shows `[Renewal date: no value]` instead. */
  missing: string[];
  /** Names that are no merge field; the text shows `[acount.name: unknown field]` instead. */
  unknown: string[];
}

/** Collects what a merge could not fill in. */
export class MergeReport {
  missing = new Set<string>();
  unknown = new Set<string>();

  /** The result, once the text is complete. */
  on(text: string): Merged {
    return { text, missing: [...this.missing], unknown: [...this.unknown] };
  }
}
