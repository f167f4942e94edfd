import type { CaseRow, JournalEntry } from '#libs/cases';
import type { Json, JsonObject, Label, Severity } from '#libs/engine';

import type { Happening } from './scenario.types.js';
import type { Stage } from './stage.js';

const KINDS = ['clock', 'rung', 'childDone', 'told', 'started', 'cancelled'] as const;

const SEVERITY: Readonly<Record<Severity, Label>> = {
  remind: { zh: '提醒', en: 'reminder' },
  blue: { zh: '蓝牌', en: 'blue card' },
  red: { zh: '红牌', en: 'red card' },
  urge: { zh: '催办', en: 'written urge' },
  supervise: { zh: '督办', en: 'supervision' },
};

/** Reads in the journals what happened by itself between two steps. */
export class Chronicle {
  readonly #read = new Map<string, number>();
  readonly #versions = new Map<string, number>();

  constructor(private readonly stage: Stage) {}

  entriesOf(caseId: string): number {
    return this.#read.get(caseId) ?? 0;
  }

  /** What is new since the last time, in its order. */
  async news(rows: readonly CaseRow[]): Promise<Happening[]> {
    const found: Happening[] = [];
    for (const { id, workflow, version } of rows) {
      if (this.#versions.get(id) === version) continue;
      this.#versions.set(id, version);
      const known = this.entriesOf(id);
      const entries = (await this.#journal(id)).filter(({ seq }) => seq > known);
      this.#read.set(id, known + entries.length);
      for (const entry of entries) found.push(...this.#happeningOf(entry, workflow));
    }
    return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  async #journal(caseId: string): Promise<JournalEntry[]> {
    const entries: JournalEntry[] = [];
    let cursor: string | null = null;
    do {
      const page: { rows: JournalEntry[]; next: string | null } = await this.stage.cases.journal(caseId, {
        limit: 200,
        ...(cursor === null ? {} : { cursor }),
      });
      entries.push(...page.rows);
      cursor = page.next;
    } while (cursor !== null);
    return entries;
  }

  #happeningOf({ at, caseId, kind, body, by }: JournalEntry, workflow: string): Happening[] {
    const own = KINDS.find((one) => one === kind);
    // who starts a case is a step of its own; a case that another one starts begins by itself
    if (own === undefined || (own === 'started' && by.kind === 'person' && workflow === 'issue')) return [];
    return [{ at, caseId, workflow, kind: own, says: this.#saying(own, workflow, (body.event ?? {}) as JsonObject) }];
  }

  #saying(kind: Happening['kind'], workflow: string, event: JsonObject): Label {
    switch (kind) {
      case 'clock': {
        const { zh, en } = this.#clockLabel(workflow, event);
        return { zh: `${zh}到期`, en: `${en}: time is over` };
      }
      case 'rung': {
        const { zh, en } = this.#clockLabel(workflow, event);
        const loud = this.#rungLabel(textOf(event.rung));
        return { zh: `${zh}:${loud.zh}`, en: `${en}: ${loud.en}` };
      }
      case 'childDone':
        return { zh: '子事项办结', en: 'a child ended' };
      case 'told':
        return { zh: `收到 ${toldType(event)}`, en: `was told ${toldType(event)}` };
      case 'started':
        return { zh: '开始', en: 'began' };
      case 'cancelled':
        return { zh: '撤销', en: 'was cancelled' };
    }
  }

  #clockLabel(workflow: string, event: JsonObject): Label {
    const clocks = this.stage.ground.workflows.get(workflow)?.workflow.clocks ?? {};
    // the id of a clock is its name and the state it belongs to
    const [name = ''] = textOf(event.clock).split('@');
    return clocks[name]?.label ?? { zh: name, en: name };
  }

  #rungLabel(rung: string): Label {
    return Object.hasOwn(SEVERITY, rung) ? SEVERITY[rung as Severity] : { zh: rung, en: rung };
  }
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function toldType(event: JsonObject): string {
  const { event: told } = event as { event?: { type?: string } };
  return told?.type ?? '';
}
