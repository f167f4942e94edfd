import { describe, expect, test } from '@jest/globals';

import { begunMatter, bodyOf, flawsOfMatter } from './matter.rules.js';

const HEATING = {
  id: 'm1',
  parent: 'm0',
  code: '0101',
  name: { zh: '供热', en: 'Heating' },
  competence: 'department',
  limits: { handling: { amount: 3, unit: 'workingDay' }, signing: { amount: 2, unit: 'hour' } },
  questions: null,
  guide: { text: { zh: '先量室温', en: 'Measure first' }, pictures: ['p1'] },
};

describe('editing a matter', () => {
  test('keeps what the form does not show: other clocks, pictures of the guide', () => {
    const body = bodyOf({ ...begunMatter(HEATING), amount: '24', measure: 'hour', reason: '缩短' }, HEATING);
    expect(body['limits']).toEqual({ signing: { amount: 2, unit: 'hour' }, handling: { amount: 24, unit: 'hour' } });
    expect(body['guide']).toEqual(HEATING.guide);
  });
  test('takes a clock away when its amount is emptied', () => {
    const body = bodyOf({ ...begunMatter(HEATING), amount: '', reason: '按大类' }, HEATING);
    expect(body['limits']).toEqual({ signing: { amount: 2, unit: 'hour' } });
  });
  test('leaves questions it cannot show as they are', () => {
    const beyond = { ...HEATING, questions: { type: 'object', properties: { a: { type: 'object' } } } };
    expect(bodyOf(begunMatter(beyond), beyond)).not.toHaveProperty('questions');
  });
  test('needs both names, a code and a reason', () => {
    expect(flawsOfMatter(begunMatter(null))).toEqual(['zh', 'en', 'code', 'reason']);
  });
  test('needs a whole clock, and a guide in both languages', () => {
    const draft = { ...begunMatter(HEATING), reason: '改', amount: '0', measure: null, guideEn: '' };
    expect(flawsOfMatter(draft)).toEqual(['amount', 'measure', 'guideEn']);
  });
});
