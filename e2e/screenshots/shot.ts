import type { Page } from 'playwright-core';

/** A picture of a page in one of its states. */
export interface Shot {
  /** Name of the file in docs/images, without `.png`. */
  readonly name: string;
  /** The part of the user's name before the `@`; Dana unless told. */
  readonly as?: string;
  /** Where to go, such as `/lightning/n/CS_Touchpoints`. */
  readonly at: string;
  /** `phone` for a narrow window. */
  readonly size?: 'laptop' | 'phone';
  /** What to make of the page's GraphQL requests: hold them for the loading state, or refuse them. */
  readonly graphql?: 'hold' | 'refuse';
  /** Whether all of the page is in the picture, or what a window shows. */
  readonly fullPage?: boolean;
  /** Brings the page into the state, and waits until it is there. */
  readonly prepare: (page: Page) => Promise<void>;
  /** The part of the page to take; all of it unless told. */
  readonly part?: string;
}

/** Waits for a text anywhere on the page. */
export function showing(text: string | RegExp): (page: Page) => Promise<void> {
  return (page) => page.getByText(text).first().waitFor();
}

/** Waits for a component to show something. */
export function having(selector: string): (page: Page) => Promise<void> {
  return (page) => page.locator(selector).first().waitFor();
}
