import { actsByState, type Label, type Registered, type StateMeta, type Who } from '#libs/engine';

/** A Markdown table from rows of cells. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Act × who × states, from the declarations themselves. */
export function actTable(registered: Registered): string {
  const { acts } = registered.workflow;
  const rows = Object.entries(acts).map(([act, { label, who, confirm }]) => [
    `\`${act}\`${confirm === true ? ' ⚠' : ''}`,
    both(label),
    who.map((one) => whoInWords(one, registered)).join('<br>'),
    statesTaking(registered, act).join('、'),
  ]);
  return markdownTable(['动作 act', '名称 label', '谁 who', '状态 states'], rows);
}

/** Clocks with their names, and what they do when they end. */
export function clockTable({ workflow, clocks }: Registered): string {
  const places = Map.groupBy(clocks.values(), ({ name }) => name);
  const rows = Object.entries(workflow.clocks).map(([name, { label }]) => [
    `\`${name}\``,
    both(label),
    (places.get(name) ?? []).map(({ node }) => `\`${node}\``).join('<br>'),
  ]);
  return markdownTable(['时限 clock', '名称 label', '所在状态 on'], rows);
}

const both = ({ zh, en }: Label): string => `${zh} · ${en}`;

/** Who may do it, in words a neighbour can read. */
export function whoInWords(who: Who, registered: Registered): string {
  const { not = [] } = who;
  const never = not.length === 0 ? '' : ` 除 ${not.map((key) => relationInWords(key, registered)).join('、')}`;
  return `${fittingInWords(who, registered)}${never}`;
}

function fittingInWords(who: Who, registered: Registered): string {
  const parts = [
    ...(who.role === undefined ? [] : [`\`${who.role}\``]),
    ...(who.of === undefined ? [] : [`（属于${relationInWords(who.of, registered)}）`]),
    ...(who.relation === undefined ? [] : [`${relationInWords(who.relation, registered)} \`${who.relation}\``]),
  ];
  return parts.length === 0 ? '任何人 anybody' : parts.join(' ');
}

function relationInWords(key: string, { workflow }: Registered): string {
  return workflow.texts.relations[key]?.zh ?? key;
}

/** State × act × role: what can be done where, by whom, and by whom never. */
export function stateTable(registered: Registered): string {
  const { acts, texts } = registered.workflow;
  const relation = (key: string): string => {
    const label = texts.relations[key];
    return label === undefined ? key : both(label);
  };
  const rows = actsByState(registered).flatMap(({ state, labels, acts: taken }) =>
    taken.map(({ act, isConditional }, index) => {
      const { label, who } = acts[act] ?? { label: { zh: act, en: act }, who: [] };
      const never = (who[0]?.not ?? []).filter((key) => who.every(({ not = [] }) => not.includes(key)));
      const besides = ({ not = [], ...one }: Who): Who => ({ ...one, not: not.filter((key) => !never.includes(key)) });
      return [
        index === 0 ? `${labels.map(({ zh }) => zh).join(' › ')}<br>${labels.at(-1)?.en ?? ''}<br>\`${state}\`` : '',
        `${both(label)}<br>\`${act}\`${isConditional ? ' ◇' : ''}`,
        who.map((one) => whoInWords(besides(one), registered)).join('<br>'),
        never.map(relation).join('<br>'),
      ];
    }),
  );
  return markdownTable(['状态 state', '动作 act', '谁 who', '不得由 never by'], rows);
}

/** Labels of the outermost states that take an act. */
function statesTaking({ nodes, chart }: Registered, act: string): string[] {
  const taking = nodes.filter((node) => node.transitions.has(act));
  const labels = taking.map((node) => {
    if (node === chart.root) return '任何时候';
    return (node.meta as StateMeta | undefined)?.label.zh ?? node.key;
  });
  return [...new Set(labels)];
}
