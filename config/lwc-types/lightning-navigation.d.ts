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
    // A mixin's constructor takes whatever its base takes: TypeScript accepts no other signature here.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    <Base extends new (...args: any[]) => LightningElement>(base: Base): Base & (new () => Navigator);
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
}
