/** Where the service worker keeps answers to be read without a network. */
export const ANSWERS = 'answers';
