import { expect, test } from '@jest/globals';

import { CHANNELS as CHANNELS_OF_ISSUES } from '#workflows/issue';

import { CHANNELS } from './channels.rules.js';

test('the pages know every channel by which an issue can come in', () => {
  expect(CHANNELS).toEqual(CHANNELS_OF_ISSUES);
});
