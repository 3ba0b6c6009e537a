/** What a user keeps in her focus or has put aside: how it is read, changed, and how others learn of a change. */
export { bringBack, pinAccount, putAside, storePlace, unpinAccount } from './csPinsActions';
export { onPinsChanged } from './csPinsChanges';
export { moved } from './csPinsOrder';
export { MY_PINS, readPin, readPins } from './csPinsQuery';
export type { Pin, PinNode, PinsData } from './csPinsQuery';
