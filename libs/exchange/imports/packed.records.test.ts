import { describe, expect, test } from '@jest/globals';

import { PackedMap, PackedRecords } from './packed.records.js';

interface Flat {
  name: string;
  area: number | null;
}

describe('a packed map', () => {
  test('gives back what was set last under each of ten thousand keys', () => {
    const flats = new PackedMap<Flat>(['name', 'area']);
    for (let at = 0; at < 10_000; at += 1) flats.set(`door ${String(at)}`, { name: `${String(at)}室`, area: at });
    for (let at = 0; at < 10_000; at += 3) flats.set(`door ${String(at)}`, { name: '改', area: null });
    expect(flats.get('door 1')).toMatchObject({ name: '1室', area: 1 });
    expect(flats.get('door 9999')).toMatchObject({ name: '改', area: null });
    expect(flats.get('door 10000')).toBeUndefined();
    expect([...flats.values()]).toHaveLength(10_000);
  });

  test('keeps a copy: what is done to a value afterwards is not kept', () => {
    const flats = new PackedMap<Flat>(['name', 'area']);
    const flat = { name: '101室', area: 8000 };
    flats.set('101', flat);
    flat.area = 1;
    expect(flats.get('101')).toMatchObject({ area: 8000 });
  });
});

test('records are found under each of their keys, the newest first, and take the place of those they were before', () => {
  const people = new PackedRecords<{ id: string; name: string }>(['id', 'name']);
  const add = (id: string, name: string, keys: string[]): void => {
    people.add({ id, name }, keys, (there) => there.id === id);
  };
  add('a', '张三', ['home', 'phone a']);
  add('b', '李四', ['home']);
  add('a', '张三丰', ['home']);
  expect(people.find('home').map(({ name }) => name)).toEqual(['李四', '张三丰']);
  expect(people.find('phone a').map(({ name }) => name)).toEqual(['张三']);
  expect(people.find('elsewhere')).toEqual([]);
});
