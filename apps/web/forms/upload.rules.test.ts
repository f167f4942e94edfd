import { expect, test } from '@jest/globals';

import { canBeSentAgain, isHeic, isPicture, roomFor } from './upload.rules.js';

test('a photo of an iPhone is known by its type, and by its name where the system has no type for it', () => {
  expect(isHeic({ name: 'IMG_1.HEIC', type: '' })).toBe(true);
  expect(isHeic({ name: 'photo', type: 'image/heif' })).toBe(true);
  expect(isHeic({ name: 'heic.jpg', type: 'image/jpeg' })).toBe(false);
  expect(isPicture({ name: 'IMG_1.HEIC', type: '' })).toBe(true);
  expect(isPicture({ name: 'plan.pdf', type: 'application/pdf' })).toBe(false);
});

test('of files that are too many the first are taken, and the others are named', () => {
  expect(roomFor(['a', 'b', 'c'], { most: 3, taken: 1 })).toEqual({ added: ['a', 'b'], left: ['c'] });
  expect(roomFor(['a'], { most: 3, taken: 4 })).toEqual({ added: [], left: ['a'] });
});

test('sending again is offered where it can help', () => {
  expect([0, 429, 500, 503].map((status) => canBeSentAgain({ status }))).toEqual([true, true, true, true]);
  expect([413, 415, 422].map((status) => canBeSentAgain({ status }))).toEqual([false, false, false]);
});
