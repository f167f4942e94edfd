/** The password of every demo person. Accounts with it exist in demonstration mode only. */
export const DEMO_PASSWORD = 'minyi-demo-2026';
