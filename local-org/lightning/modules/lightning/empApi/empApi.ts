const REFUSAL = 'lightning/empApi (streaming to the browser) is not modelled by the local org.';

const refuse = () => Promise.reject(new Error(REFUSAL));

/** False: no streaming channel reaches the pages. */
export const isEmpEnabled = () => Promise.resolve(false);
export const subscribe = refuse;
export const unsubscribe = refuse;
export const onError = () => {};
export const setDebugFlag = () => {};
