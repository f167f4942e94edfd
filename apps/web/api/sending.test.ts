import { beforeEach, describe, expect, test } from '@jest/globals';

import { forgetSending, keepSending, stillSending } from './sending.js';

const AT = 1_780_000_000_000;
const REPORT = { key: 'k1', input: '["电梯坏了"]', at: AT };

beforeEach(() => {
  // as a browser's: keys are properties of its own
  const kept: Record<string, unknown> = {};
  Object.defineProperties(kept, {
    getItem: { value: (name: string) => kept[name] ?? null },
    setItem: { value: (name: string, text: string) => (kept[name] = text) },
    removeItem: { value: (name: string) => Reflect.deleteProperty(kept, name) },
  });
  Object.defineProperty(globalThis, 'sessionStorage', { value: kept, configurable: true });
});

describe('what a tab was sending when it was loaded anew', () => {
  test('keeps its key, so that it counts once', () => {
    keepSending('report', REPORT);
    expect(stillSending('report', AT + 30_000)).toEqual(REPORT);
    expect(stillSending('another form', AT)).toBeNull();
  });

  test('is over when it has arrived, and when somebody signs out', () => {
    keepSending('report', REPORT);
    keepSending('report', null);
    expect(stillSending('report', AT)).toBeNull();
    keepSending('report', REPORT);
    forgetSending();
    expect(stillSending('report', AT)).toBeNull();
  });

  test('is meant anew two minutes later, also when the clock was set back', () => {
    keepSending('report', REPORT);
    expect(stillSending('report', AT + 120_001)).toBeNull();
    expect(stillSending('report', AT - 120_001)).toBeNull();
  });

  test('is nothing where something else lies under its name', () => {
    sessionStorage.setItem('minyi.sending report', '{"key":1}');
    expect(stillSending('report', AT)).toBeNull();
    sessionStorage.setItem('minyi.sending report', '{');
    expect(stillSending('report', AT)).toBeNull();
  });
});
