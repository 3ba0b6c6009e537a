import { LightningElement } from 'lwc';

const ROWS = 8;

/** Grey lines where a list's rows will be, so that nothing jumps once they are there. */
export default class ListStencil extends LightningElement {
  rows = Array.from({ length: ROWS }, (_, index) => index);
}
