import { fileURLToPath } from 'node:url';
import { test, expect } from '@jest/globals';
import { uberxConsultation, uberxRecord } from '#apps/demo';
import { drawPicture } from './picture.rules.js';
import { OPINION_RULE } from './opinion.vocabulary.js';
test('x', () => {
  const folder = fileURLToPath(new URL('../../apps/demo/uberx', import.meta.url));
  const { statements, votes } = uberxConsultation(folder);
  const last = new Map<number, Map<number, -1 | 0 | 1>>();
  for (const v of votes) {
    const m = last.get(v.voter) ?? new Map();
    last.set(v.voter, m);
    m.set(v.statement, v.position);
  }
  const answers = [...last].map(([p, m]) => ({
    person: String(p),
    statements: [...m.keys()],
    positions: [...m.values()],
  }));
  for (const shown of [
    statements.map((s) => s.number),
    statements.filter((s) => s.moderated >= 0).map((s) => s.number),
  ]) {
    let t = performance.now();
    const drawn = drawPicture({ shown, answers }, OPINION_RULE);
    console.log(
      performance.now() - t,
      drawn.picture.groups,
      drawn.picture.people,
      drawn.picture.placed,
      drawn.picture.united.slice(0, 8),
      drawn.picture.united.length,
      drawn.picture.density.length,
    );
    t = performance.now();
    const again = drawPicture({ shown, answers }, OPINION_RULE, drawn.model);
    console.log('warm', performance.now() - t, JSON.stringify(again.picture) === JSON.stringify(drawn.picture));
    const rec = uberxRecord(folder);
    console.log(rec.length, drawn.groupOf.size);
    const t2 = new Map<string, number>();
    for (const r of rec) {
      const k = `${r.group} ${drawn.groupOf.get(String(r.participant))}`;
      t2.set(k, (t2.get(k) ?? 0) + 1);
    }
    console.log([...t2]);
    console.log(
      drawn.picture.united.slice(0, 6).map((u) => u.leans + statements.find((s) => s.number === u.statement)?.text),
    );
  }
  expect(1).toBe(1);
});
