import { LightningElement } from 'lwc';

/** `lightning/modal` for tests: a modal is rendered like any component; `open` and `close` are in the test's hands. */
export default class LightningModal extends LightningElement {
  /** Resolves with what the test says that the user did; with nothing unless it says so. */
  static open = jest.fn(() => Promise.resolve<unknown>(undefined));

  label = '';
  close = closeModal;
}

/** Called with what a modal closes with. */
export const closeModal = jest.fn();
