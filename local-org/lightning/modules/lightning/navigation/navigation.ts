import { currentPage, goTo, onPageChange, writePageReference, type PageReference } from 'platform/location';
import type { LightningElement } from 'lwc';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

type Constructor = new (...args: never[]) => LightningElement;

/** Goes to a page. */
export function navigate(_context: unknown, page: PageReference, options?: { replace?: boolean }): void {
  goTo(page, options);
}

/** The address of a page. */
export async function generateUrl(_context: unknown, page: PageReference): Promise<string> {
  return writePageReference(page) ?? '';
}

/** Gives a component `this[NavigationMixin.Navigate](page, replace)` and `this[NavigationMixin.GenerateUrl](page)`. */
export function NavigationMixin<T extends Constructor>(Base: T): T {
  const mixed = class extends (Base as unknown as new () => LightningElement) {
    [Navigate](page: PageReference, replace = false): void {
      goTo(page, { replace });
    }

    [GenerateUrl](page: PageReference): Promise<string> {
      return generateUrl(this, page);
    }
  };
  return mixed as unknown as T;
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** The page being shown, by wire. */
export class CurrentPageReference {
  #provide: (page: PageReference | null) => void;
  #stop: (() => void) | undefined;

  constructor(provide: (page: PageReference | null) => void) {
    this.#provide = provide;
  }

  connect(): void {
    this.#provide(currentPage() ?? null);
    this.#stop = onPageChange((page) => this.#provide(page ?? null));
  }

  disconnect(): void {
    this.#stop?.();
  }

  update(): void {}
}

/** A context for `navigate` and `generateUrl`, by wire; one page needs no more than its presence. */
export class NavigationContext {
  constructor(provide: (context: object) => void) {
    provide({});
  }
  connect(): void {}
  disconnect(): void {}
  update(): void {}
}
