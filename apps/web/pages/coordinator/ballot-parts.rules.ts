/** Offices by what they may do on the desk of a ballot; the service decides, this only keeps what would be refused out of sight. */
const RUN = ['coordinator', 'secretary', 'operator'];
const APPROVE = [...RUN, 'chair', 'supervisor'];
const COLLECT = [...RUN, 'supervisor', 'gridLeader', 'gridMember', 'buildingLeader', 'stairwellLeader'];

export const DESK_PARTS = ['grid', 'papers', 'roll', 'disputes', 'proxies'] as const;
export type DeskPart = (typeof DESK_PARTS)[number];

/** What somebody does on the desk: runs the ballot, brings papers in, or approves what another one has proposed. */
export function partsOf(roles: readonly { role: string; held: string }[]): { parts: DeskPart[]; isRunning: boolean } {
  const holds = (offices: readonly string[]): boolean =>
    roles.some(({ role, held }) => held !== 'residence' && offices.includes(role));
  const isRunning = holds(RUN);
  const isThere: Record<DeskPart, boolean> = {
    grid: holds(COLLECT),
    papers: holds(COLLECT),
    roll: holds(APPROVE),
    disputes: isRunning,
    proxies: holds(COLLECT),
  };
  return { parts: DESK_PARTS.filter((part) => isThere[part]), isRunning };
}
