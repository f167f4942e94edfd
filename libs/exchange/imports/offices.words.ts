/** Offices by the words offices use, the most particular first, with the role each of them is. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^网格长$/, 'gridLeader'],
  [/^(?:专职)?网格员$/, 'gridMember'],
  [/^楼(?:栋|院|道)?长$/, 'buildingLeader'],
  [/^单元长$/, 'stairwellLeader'],
  [/^居民代表$|^代表$/, 'representative'],
  [/^居民小组长$|^组长$/, 'groupLeader'],
  [/收集/, 'collector'],
  [/议事/, 'deliberator'],
  [/顾问/, 'adviser'],
  [/监督/, 'supervisor'],
  [/书记/, 'secretary'],
  [/^(?:副)?(?:主任|会长|理事长|团长|召集人|主席)$/, 'chair'],
  [/协调员|协管员/, 'coordinator'],
  [/记录员|秘书/, 'recorder'],
  [/值班/, 'duty'],
  [/热线/, 'hotline'],
  [/志愿者/, 'volunteer'],
  [/共建|互联共转/, 'partner'],
  [/负责人|经理|局长|所长|队长|科长|领导/, 'leader'],
  [/经办|承办|工作人员|办事员|科员/, 'department'],
  [/居委会委员/, 'committeeMember'],
  [/委员|成员|理事|团员/, 'member'],
];

const ROLES = new Set(WORDS.map(([, role]) => role));

/**
 * The role an office is, by its Chinese word or its own name; `null` when nothing fits. No file makes anybody an operator: that
 * office opens other people's accounts.
 */
export function roleOf(text: string): string | null {
  return ROLES.has(text) ? text : (WORDS.find(([word]) => word.test(text))?.[1] ?? null);
}
