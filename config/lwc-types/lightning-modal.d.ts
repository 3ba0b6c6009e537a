/** What `@salesforce/lightning-types` leaves out of `lightning/modal`. */
declare module 'lightning/modal' {
  /** What every modal takes besides its own properties. */
  export interface ModalOptions {
    label: string;
    size?: 'small' | 'medium' | 'large' | 'full';
    description?: string;
    disableClose?: boolean;
  }

  /** The static `open` of a modal with these properties: resolves with what it closes with, or undefined. */
  export type OpenModal<Properties extends object, Result> = (
    options: ModalOptions & Properties,
  ) => Promise<Result | undefined>;
}
