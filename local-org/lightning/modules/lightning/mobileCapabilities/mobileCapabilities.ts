/** What a desktop browser answers for every capability of the mobile app: that it is not there. */
const unavailable = () => ({ isAvailable: () => false });

export const getAddressBook = unavailable;
export const getAppReviewService = unavailable;
export const getBarcodeScanner = unavailable;
export const getBiometricsService = unavailable;
export const getCalendarService = unavailable;
export const getContactsService = unavailable;
export const getDocumentScanner = unavailable;
export const getGeofencingService = unavailable;
export const getLocationService = unavailable;
export const getNfcService = unavailable;
export const getPaymentsService = unavailable;
