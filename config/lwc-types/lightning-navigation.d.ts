/** `lightning/navigation`, https://developer.salesforce.com/docs/platform/lwc/guide/use-navigate-basic.html */
declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';

  export interface PageReference {
    type: string;
    attributes: Record<string, string>;
    state?: Record<string, string>;
  }

  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;

  interface Navigator {
    [Navigate](page: PageReference, replace?: boolean): void;
    [GenerateUrl](page: PageReference): Promise<string>;
  }

  export const NavigationMixin: {
    (base: typeof LightningElement): new () => LightningElement & Navigator;
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
}
