import { isUnitsWork, type SeenCase } from '#apps/platform';
import type { EntryKind, JournalEntry } from '#libs/cases';
import type { Actor, JsonObject, Label, Registered } from '#libs/engine';

import type { JournalEntryBody } from '../api/case.schema.js';

const KINDS: Record<EntryKind, Label> = {
  started: { zh: '发起', en: 'started' },
  act: { zh: '办理', en: 'act' },
  clock: { zh: '时限到', en: 'clock ended' },
  rung: { zh: '提醒', en: 'reminder' },
  childDone: { zh: '子事项结束', en: 'child ended' },
  childFailed: { zh: '子事项未完成', en: 'child failed' },
  told: { zh: '收到告知', en: 'was told' },
  cancelled: { zh: '撤销', en: 'cancelled' },
  policyAdopted: { zh: '改用新的议事规则', en: 'another policy adopted' },
  dropped: { zh: '迟到的信号，不再处理', en: 'late signal, dropped' },
  incident: { zh: '异常', en: 'incident' },
  checkpoint: { zh: '存档点', en: 'checkpoint' },
  textErased: { zh: '依法删除文字', en: 'text erased by law' },
  reprojected: { zh: '重新计算时限', en: 'clocks measured again' },
  released: { zh: '推演结束', en: 'released from simulation' },
};

/** An entry of the journal, as far as the reader is shown it. Hashes stay: anyone may check the chain against an extract. */
export function presentEntry(
  entry: JournalEntry,
  seen: SeenCase,
  registered: Registered | undefined,
): JournalEntryBody {
  const { seq, at, kind, by, prevHash, hash } = entry;
  const event = (entry.body['event'] ?? {}) as JsonObject;
  const act = kind === 'act' && typeof event['act'] === 'string' ? event['act'] : undefined;
  return {
    seq,
    at,
    kind,
    label: labelOf(kind, event, registered),
    ...(act === undefined ? {} : { act }),
    by: presentActor(by, seen),
    ...bodyFor(entry, seen, act),
    prevHash,
    hash,
  };
}

/** Staff read all of it; whoever does the work of a unit reads what was said in it, and not who said it. */
function bodyFor({ body }: JournalEntry, { view, eyes }: SeenCase, act: string | undefined): { body?: JsonObject } {
  if (eyes === 'staff') return { body };
  if (eyes !== 'handler' || act === undefined || !isUnitsWork(view.workflow)) return {};
  const { input } = body['event'] as JsonObject;
  return { body: { event: { act, ...(input === undefined ? {} : { input }) } } };
}

function labelOf(kind: EntryKind, event: JsonObject, registered: Registered | undefined): Label {
  const { act, clock } = event;
  const workflow = registered?.workflow;
  if (kind === 'act' && typeof act === 'string') return workflow?.acts[act]?.label ?? { zh: act, en: act };
  if ((kind === 'clock' || kind === 'rung') && typeof clock === 'string') {
    const named = workflow?.clocks[clock.split('@')[0] ?? '']?.label;
    if (named !== undefined) return { zh: `${KINDS[kind].zh}：${named.zh}`, en: `${KINDS[kind].en}: ${named.en}` };
  }
  return KINDS[kind];
}

/** Staff see who did it; others see themselves and what was done in their name, and of everybody else only that it was a person or the system. */
function presentActor(by: Actor, { eyes, ids }: SeenCase): JournalEntryBody['by'] {
  if (by.kind === 'system') return { kind: 'system', name: by.name };
  const isMine = ids.includes(by.person) || (by.onBehalfOf !== undefined && ids.includes(by.onBehalfOf));
  if (eyes !== 'staff' && !isMine) return { kind: 'person' };
  return { kind: 'person', person: by.person, ...(by.onBehalfOf === undefined ? {} : { onBehalfOf: by.onBehalfOf }) };
}
