import type { Label, Registered, StateMeta, Who } from '#libs/engine';

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
export function whoInWords(who: Who, { workflow }: Registered): string {
  const relation = (key: string): string => workflow.texts.relations[key]?.zh ?? key;
  const parts = [
    ...(who.role === undefined ? [] : [`\`${who.role}\``]),
    ...(who.of === undefined ? [] : [`（属于${relation(who.of)}）`]),
    ...(who.relation === undefined ? [] : [`${relation(who.relation)} \`${who.relation}\``]),
    ...(who.not === undefined || who.not.length === 0 ? [] : [`除 ${who.not.map(relation).join('、')}`]),
  ];
  return parts.length === 0 ? '任何人 anybody' : parts.join(' ');
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
