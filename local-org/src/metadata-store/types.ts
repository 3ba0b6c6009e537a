/** One deployed component as its files came in, for the parts that read metadata at run time (pages, retrieve). */
export interface MetadataComponent {
  /** `FlexiPage`, `LightningComponentBundle`, `CustomApplication`, … */
  type: string;
  fullName: string;
  /** File name inside the component (`csRisk.html`, or the one file's own name) → content. */
  files: Record<string, string>;
  lastModifiedDate: string;
}

/** Shares the org's database, so a deploy that rolls back takes its components with it. */
export interface MetadataStore {
  put(component: Omit<MetadataComponent, 'lastModifiedDate'>): void;
  get(type: string, fullName: string): MetadataComponent | undefined;
  list(type: string): MetadataComponent[];
  remove(type: string, fullName: string): boolean;
  /** Grows with every change, rolled-back ones included: a key for caches. */
  revision(): number;
}
