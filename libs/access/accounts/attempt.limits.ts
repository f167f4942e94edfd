import type { AttemptLimit } from './attempts.service.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How often one may try. Waits grow from half a minute to a quarter of an hour and end by themselves: nobody can lock somebody
 * else out for ever, and whoever comes with a browser that was in before is not counted together with strangers.
 */
export const ATTEMPT_LIMITS = {
  /** One name from one address or one known browser. */
  loginFromPlace: { name: 'login from place', attempts: 5, window: DAY, firstWait: 30, longestWait: 15 * MINUTE },
  /** One name from everywhere, known browsers left out: slows guessing from many addresses. */
  login: { name: 'login', attempts: 30, window: HOUR, firstWait: MINUTE, longestWait: 15 * MINUTE },
  /** One name from all the browsers it was in with: nobody is counted nowhere. */
  knownDevices: { name: 'known devices', attempts: 30, window: HOUR, firstWait: MINUTE, longestWait: 15 * MINUTE },
  /** One address whatever the name; a whole office may share it. */
  address: { name: 'address', attempts: 60, window: 15 * MINUTE, firstWait: MINUTE, longestWait: 15 * MINUTE },
  /** Codes of the second factor for one account: six digits, three of them right at any time. */
  secondFactor: { name: 'second factor', attempts: 5, window: DAY, firstWait: 30, longestWait: 15 * MINUTE },
  /** Asking for the password again inside a session. */
  confirmation: { name: 'confirmation', attempts: 5, window: DAY, firstWait: 30, longestWait: 15 * MINUTE },
  /** Slips and codes from one address. */
  slip: { name: 'slip', attempts: 20, window: 15 * MINUTE, firstWait: MINUTE, longestWait: 15 * MINUTE },
  /** Looking for somebody by their login name, to authorise them. */
  lookUp: { name: 'look-up', attempts: 20, window: DAY, firstWait: MINUTE, longestWait: 15 * MINUTE },
  /** Ways to another service begun from one address. */
  singleSignOn: { name: 'single sign-on', attempts: 60, window: 15 * MINUTE, firstWait: 30, longestWait: 5 * MINUTE },
} as const satisfies Record<string, AttemptLimit>;
