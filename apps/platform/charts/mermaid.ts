import type { Label } from '#libs/engine';

import { NO_MARKS, type ChartEdge, type ChartMarks, type ChartModel, type ChartState } from './chart.model.js';

type Language = keyof Label;

/** The chart as Mermaid's `stateDiagram-v2`, with the active states and the path so far coloured. */
export function mermaidOf(model: ChartModel, language: Language, marks: ChartMarks = NO_MARKS): string {
  const drawing = new MermaidDrawing(model, language, marks);
  return drawing.text();
}

class MermaidDrawing {
  readonly #names: ReadonlyMap<string, string>;

  constructor(
    private readonly model: ChartModel,
    private readonly language: Language,
    private readonly marks: ChartMarks,
  ) {
    this.#names = new Map(model.states.map((state) => [state.id, nameOf(state.id)]));
  }

  text(): string {
    return [
      'stateDiagram-v2',
      '  direction TB',
      ...this.#block(null, '  '),
      ...this.#note(),
      ...this.#marks(),
      '',
    ].join('\n');
  }

  #childrenOf(parent: string | null): ChartState[] {
    return this.model.states.filter((state) => state.parent === parent);
  }

  #block(parent: string | null, indent: string): string[] {
    const children = this.#childrenOf(parent);
    const isParallel = this.model.states.find((state) => state.id === parent)?.kind === 'parallel';
    const states = children.flatMap((state, index) => [
      ...(isParallel && index > 0 ? [`${indent}--`] : []),
      ...this.#state(state, indent),
    ]);
    return [...states, ...this.#edges(parent, indent)];
  }

  #state(state: ChartState, indent: string): string[] {
    const name = this.#name(state.id);
    const label = escape(state.label[this.language]);
    const start = state.isInitial ? [`${indent}[*] --> ${name}`] : [];
    const isNested = this.#childrenOf(state.id).length > 0;
    const body = isNested
      ? [`${indent}state "${label}" as ${name} {`, ...this.#block(state.id, `${indent}  `), `${indent}}`]
      : [`${indent}state "${label}" as ${name}`];
    const end = state.kind === 'final' ? [`${indent}${name} --> [*]`] : [];
    return [...body, ...start, ...end];
  }

  /**
   * An edge stands in the block of both its ends, or else at the top: a block that names a state of another block would move
   * that state into itself.
   */
  #edges(block: string | null, indent: string): string[] {
    return this.model.edges
      .filter((edge) => this.#blockOf(edge) === block)
      .map((edge) => `${indent}${this.#name(edge.from)} --> ${this.#name(edge.to)}: ${edgeText(edge, this.language)}`);
  }

  #blockOf({ from, to }: ChartEdge): string | null {
    const parent = this.#parentOf(from);
    return parent === this.#parentOf(to) ? parent : null;
  }

  #parentOf(id: string): string | null {
    return this.model.states.find((state) => state.id === id)?.parent ?? null;
  }

  #note(): string[] {
    const { everywhere } = this.model;
    const first = this.#childrenOf(null)[0];
    if (everywhere.length === 0 || first === undefined) return [];
    const said = everywhere.map((label) => label[this.language]).join(' / ');
    const always = this.language === 'zh' ? '任何时候' : 'at any time';
    return [`  note right of ${this.#name(first.id)}: ${escape(`${always} · ${said}`)}`];
  }

  #marks(): string[] {
    const visited = this.#named(this.marks.visited).filter((id) => !this.marks.active.has(id));
    const active = this.#named(this.marks.active);
    return [
      ...classOf(
        'visited',
        'fill:#e7f0fa,stroke:#2c5f8a',
        visited.map((id) => this.#name(id)),
      ),
      ...classOf(
        'active',
        'fill:#ffd65c,stroke:#8a5a00,stroke-width:3px',
        active.map((id) => this.#name(id)),
      ),
    ];
  }

  #named(ids: ReadonlySet<string>): string[] {
    // Mermaid cannot style a composite state, only the states inside
    return [...ids].filter((id) => this.#names.has(id) && this.#childrenOf(id).length === 0);
  }

  #name(id: string): string {
    return this.#names.get(id) ?? nameOf(id);
  }
}

function classOf(name: string, style: string, states: string[]): string[] {
  return states.length === 0 ? [] : [`  classDef ${name} ${style}`, `  class ${states.join(',')} ${name}`];
}

/** What stands beside an arrow: the reason, and in brackets its conditions. */
export function edgeText(edge: ChartEdge, language: Language): string {
  const sign = edge.kind === 'clock' ? '⏱ ' : '';
  const guards = edge.guards.length === 0 ? '' : ` [${edge.guards.join(', ')}]`;
  return escape(`${sign}${edge.label[language]}${guards}`);
}

/** Mermaid names may hold letters, digits and underscores only. */
function nameOf(id: string): string {
  return id.replaceAll(/[^\p{L}\p{N}]/gu, '_');
}

function escape(text: string): string {
  return text
    .replaceAll('"', '”')
    .replaceAll(/[:;#]/g, (sign) => `#${String(sign.charCodeAt(0))};`)
    .replaceAll(/\s+/g, ' ');
}
