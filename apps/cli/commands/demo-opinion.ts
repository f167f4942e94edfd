import { atRoot, openPlatform, readInstallation, type Platform } from '#apps/platform';
import { DataDirectoryInUseError } from '#libs/database';
import { drawOpinionSvg, OPINION_RULE, Opinions, type OpinionPicture } from '#libs/opinion';

import { CommandFailed, remark, say } from '../say.js';

const DELIBERATION = 'vtaiwan-uberx';
/** Its authors were not limited, and statements were looked at after they were shown. */
const RULE = { ...OPINION_RULE, moderation: 'after', mostStatements: 100 } as const;
const UNITED_SHOWN = 8;

/**
 * `minyi demo opinion`: replays a real consultation into the installation's database, so that its picture can be looked at: the
 * UberX consultation of vTaiwan (Polis data, CC BY 4.0, The Computational Democracy Project). With `svg` it prints the drawing.
 */
export async function demoOpinion({ svg = false }: { svg?: boolean }): Promise<void> {
  const config = { ...readInstallation(), isDemo: true, role: 'server' as const, logLevel: 'error' as const };
  try {
    const platform = await openPlatform(config);
    try {
      const { picture, texts } = await replayed(platform);
      if (svg) say(drawOpinionSvg(picture, 'zh'));
      else report(picture, texts, config.http.publicUrl);
    } finally {
      await platform.close();
    }
  } catch (error) {
    if (!(error instanceof DataDirectoryInUseError)) throw error;
    throw new CommandFailed([
      `服务（进程 ${String(error.pid)}）正在运行，请先停止它再载入 · a server is running: stop it first`,
    ]);
  }
}

async function replayed({ database, now }: Platform): Promise<{ picture: OpinionPicture; texts: Map<number, string> }> {
  const { replayConsultation, uberxConsultation, unitId } = await import('#apps/demo');
  const opinions = new Opinions({ database, now });
  if ((await opinions.admitted(DELIBERATION)) === null) {
    await opinions.open({ id: DELIBERATION, unit: unitId('limin'), rule: RULE, at: now() });
    const consultation = uberxConsultation(atRoot('apps', 'demo', 'uberx'));
    await replayConsultation({
      opinions,
      deliberation: DELIBERATION,
      consultation,
      personOf: (participant) => `uberx:${String(participant)}`,
      onProgress: (taken) => remark(`${String(taken)} / ${String(consultation.votes.length)}`),
    });
  }
  const { picture } = await opinions.pictures.anew(DELIBERATION);
  const numbers = picture.table.map(({ statement }) => statement);
  return { picture, texts: await opinions.statements.texts(DELIBERATION, numbers) };
}

function report({ groups, united, people, positions }: OpinionPicture, texts: Map<number, string>, url: string): void {
  say(`${String(people)} 人 people, ${String(positions)} 次表态 positions`);
  for (const { name, people: size } of groups) say(`  ${name} 组 group: ${String(size)} 人 people`);
  say('各组一致的观点 · what all groups answer alike:');
  for (const { statement, leans } of united.slice(0, UNITED_SHOWN))
    say(`  ${leans === 'agree' ? '赞成' : '反对'} ${texts.get(statement) ?? ''}`);
  say(`登录后看图 · signed in, see ${url}/api/v1/deliberations/${DELIBERATION}/picture/drawing?format=html`);
}
