import { describe, expect, it } from '@jest/globals';

import { maskBetween, maskByKey } from './masks.rules.js';

const PICTURE = { width: 600, height: 400 };

describe('A cover on a photo', () => {
  it('is drawn from any corner and stays inside the picture', () => {
    expect(maskBetween({ x: 100, y: 90 }, { x: 40.4, y: 20 }, PICTURE)).toEqual({
      left: 40,
      top: 20,
      width: 60,
      height: 70,
    });
    expect(maskBetween({ x: 550, y: 350 }, { x: 900, y: 900 }, PICTURE)).toEqual({
      left: 550,
      top: 350,
      width: 50,
      height: 50,
    });
  });

  it('is none where somebody only pressed', () => {
    expect(maskBetween({ x: 10, y: 10 }, { x: 12, y: 80 }, PICTURE)).toBeNull();
  });

  it('is moved and resized with the arrow keys', () => {
    const mask = { left: 100, top: 100, width: 50, height: 50 };
    expect(maskByKey(mask, { key: 'ArrowRight', isResizing: false }, PICTURE)).toEqual({ ...mask, left: 110 });
    expect(maskByKey(mask, { key: 'ArrowDown', isResizing: true }, PICTURE)).toEqual({ ...mask, height: 60 });
    expect(maskByKey(mask, { key: 'Enter', isResizing: false }, PICTURE)).toBeNull();
  });
});
