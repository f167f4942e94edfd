import type { OpinionGroup, OpinionPicture, Point } from './picture.types.js';

type Language = 'zh' | 'en';

const WIDTH = 720;
const HEIGHT = 480;
const MARGIN = 60;
/** Told apart without colour too: each has its letter and its own dashes. */
const LOOKS = [
  { colour: '#1f5fa8', dash: '' },
  { colour: '#b4480a', dash: '8 4' },
  { colour: '#2c7a3f', dash: '2 4' },
  { colour: '#7a3b8f', dash: '12 4 2 4' },
  { colour: '#6b6300', dash: '4 2' },
] as const;

const WORDS = {
  zh: {
    title: '意见群体图',
    none: (least: number) => `参与的人还不够多，暂不分组；少于 ${String(least)} 人的数字不显示。`,
    people: (count: number) => `${String(count)} 人`,
    group: (name: string) => `${name} 组`,
    about: (groups: readonly OpinionGroup[], united: number) =>
      `离得近的人回答相近。共 ${String(groups.length)} 个意见群体：${groups.map(({ name, people }) => `${name} 组 ${String(people)} 人`).join('，')}。各组一致的观点 ${String(united)} 条。数字见旁边的表。`,
  },
  en: {
    title: 'Opinion groups',
    none: (least: number) => `Too few people yet to form groups; no number of fewer than ${String(least)} is shown.`,
    people: (count: number) => `${String(count)} people`,
    group: (name: string) => `Group ${name}`,
    about: (groups: readonly OpinionGroup[], united: number) =>
      `People near each other answered alike. ${String(groups.length)} opinion groups: ${groups.map(({ name, people }) => `group ${name}, ${String(people)} people`).join('; ')}. All groups answer ${String(united)} statements alike. The table beside holds the numbers.`,
  },
} as const;

/**
 * The picture as an SVG that says in words what it shows. Circles stand for many people each, never for one; ellipses reach one and
 * a half standard deviations from the middle of a group.
 */
export function drawOpinionSvg(picture: OpinionPicture, language: Language): string {
  const words = WORDS[language];
  const { groups, density, united, leastShown } = picture;
  const about = groups.length === 0 ? words.none(leastShown) : words.about(groups, united.length);
  const place = placing(picture);
  const parts = [
    `<line x1="${MARGIN}" y1="${HEIGHT / 2}" x2="${WIDTH - MARGIN}" y2="${HEIGHT / 2}" stroke="#bbb"/>`,
    `<line x1="${WIDTH / 2}" y1="${MARGIN}" x2="${WIDTH / 2}" y2="${HEIGHT - MARGIN}" stroke="#bbb"/>`,
    ...density.map(({ centre, people }) => {
      const [x, y] = place.at(centre);
      return `<circle cx="${x}" cy="${y}" r="${short(2 + Math.sqrt(people))}" fill="#888" fill-opacity="0.35"/>`;
    }),
    ...groups.map((group, nth) => drawnGroup(group, nth, { place, language })),
    ...(groups.length === 0
      ? [`<text x="${WIDTH / 2}" y="${HEIGHT / 2 - 12}" text-anchor="middle" font-size="16">${about}</text>`]
      : []),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="opinion-title opinion-desc"`,
    ` lang="${language}" font-family="sans-serif">`,
    `<title id="opinion-title">${words.title}</title><desc id="opinion-desc">${about}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...parts,
    '</svg>',
  ].join('');
}

interface Placing {
  at: (point: Point) => [x: number, y: number];
  length: (of: number) => number;
}

/** The middle of all opinions is in the middle of the drawing; both axes have the same scale. */
function placing({ groups, density }: OpinionPicture): Placing {
  const edges = [
    ...groups.flatMap(({ centre: [x, y], spread: [w, h] }) => [Math.abs(x) + 1.5 * w, (Math.abs(y) + 1.5 * h) * 1.5]),
    ...density.flatMap(({ centre: [x, y] }) => [Math.abs(x), Math.abs(y) * 1.5]),
  ];
  const scale = (WIDTH / 2 - MARGIN) / Math.max(1e-9, ...edges);
  return {
    at: ([x, y]) => [short(WIDTH / 2 + x * scale), short(HEIGHT / 2 - y * scale)],
    length: (of) => short(of * scale),
  };
}

function drawnGroup(
  { name, people, centre, spread: [w, h] }: OpinionGroup,
  nth: number,
  { place, language }: { place: Placing; language: Language },
): string {
  const { colour, dash } = LOOKS[nth % LOOKS.length] ?? LOOKS[0];
  const words = WORDS[language];
  const [x, y] = place.at(centre);
  const [rx, ry] = [Math.max(24, place.length(1.5 * w)), Math.max(24, place.length(1.5 * h))];
  return [
    `<g><ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${colour}" fill-opacity="0.12" stroke="${colour}"`,
    ` stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`,
    `<text x="${x}" y="${y}" text-anchor="middle" font-size="22" font-weight="bold" fill="${colour}">${words.group(name)}</text>`,
    `<text x="${x}" y="${short(y + 22)}" text-anchor="middle" font-size="16" fill="#222">${words.people(people)}</text></g>`,
  ].join('');
}

function short(length: number): number {
  return Math.round(length * 10) / 10;
}
