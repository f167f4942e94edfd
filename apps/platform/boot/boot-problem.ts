import { EffectHandlersError } from '#libs/cases';
import { ConfigError, VARIABLES } from '#libs/config';
import { DatabaseError, DatabaseTooNewError, DataDirectoryInUseError } from '#libs/database';
import { RegistrationError } from '#libs/engine';

import { DataKeyError } from './data-key.js';
import { FingerprintError } from './fingerprints.js';

/** Why the program does not start, for the person at the keyboard: what is wrong and what to do, in both languages. */
export interface BootProblem {
  zh: string;
  en: string;
  remedies: string[];
}

/** The words for an error that keeps the program from starting; `null` for one nobody has foreseen. */
export function bootProblemOf(error: unknown): BootProblem | null {
  if (error instanceof DataDirectoryInUseError) return inUse(error);
  if (error instanceof DatabaseTooNewError) return tooNew(error);
  if (error instanceof FingerprintError) return changed(error);
  if (error instanceof ConfigError) return misconfigured(error);
  if (error instanceof DataKeyError) return wrongDataKey();
  if (error instanceof RegistrationError)
    return {
      zh: '流程声明有误，程序不启动',
      en: 'A workflow breaks the registration rules; the program does not start',
      remedies: error.message.split('\n').slice(1),
    };
  if (error instanceof EffectHandlersError)
    return {
      zh: '效果与处理器对不上，程序不启动',
      en: 'Effects and handlers do not match; the program does not start',
      remedies: [error.message],
    };
  if (error instanceof DatabaseError) return unreachable(error);
  return isAddressInUse(error) ? portTaken() : null;
}

function inUse({ directory, pid, hostname }: DataDirectoryInUseError): BootProblem {
  return {
    zh: `数据目录 ${directory} 正被另一个进程使用（${hostname} 上的进程 ${String(pid)}）；两个进程同时写会丢数据，所以不启动`,
    en: `The data directory ${directory} is in use by process ${String(pid)} on ${hostname}; two at once would lose data, so this one does not start`,
    remedies: [
      `先停止那个进程 · stop that process first: kill ${String(pid)}`,
      '要查看或办理，请连运行中的服务 · to look or act, talk to the running server: minyi case show <id>',
      '或换一个目录 · or use another directory: DATA_DIR=./data2',
    ],
  };
}

function tooNew({ unknownMigrations }: DatabaseTooNewError): BootProblem {
  return {
    zh: `数据库比程序新（本版本不认识的迁移：${unknownMigrations.join('、')}），不启动，以免损坏数据`,
    en: `The database is newer than this program (unknown migrations: ${unknownMigrations.join(', ')}); it does not start, so as not to damage data`,
    remedies: [
      '换用升级后的版本 · start the newer version of Minyi',
      '或恢复升级前的备份 · or restore the backup from before the upgrade',
    ],
  };
}

function changed({ changed: workflows }: FingerprintError): BootProblem {
  return {
    zh: '流程改了而版本没有升，且仍有事项在用，不启动',
    en: 'A workflow changed without a new version while cases live on it; the program does not start',
    remedies: [
      ...workflows.flatMap(({ workflow, version, cases }) => [
        `workflows/${workflow}：第 ${String(version)} 版还有 ${String(cases)} 件事项在办 · version ${String(version)} has ${String(cases)} live case(s)`,
        `    把 workflows/${workflow}/index.ts 的 version 改为 ${String(version + 1)} 并写 migrate，先运行 minyi replay · raise version to ${String(version + 1)} in workflows/${workflow}/index.ts, write migrate, run minyi replay first`,
        `    或还原该文件夹 · or restore the folder: git checkout -- workflows/${workflow}`,
      ]),
      '只是演示数据时可删掉重来（数据目录见 DATA_DIR） · mere demonstration data may be thrown away (see DATA_DIR): rm -rf data',
    ],
  };
}

function misconfigured({ bad }: ConfigError): BootProblem {
  const meanings: Readonly<Record<string, { meaning: { zh: string; en: string } } | undefined>> = VARIABLES;
  return {
    zh: '环境变量有误',
    en: 'Environment variables are wrong',
    remedies: bad.map(({ name, problem }) => {
      const meaning = meanings[name]?.meaning;
      return meaning === undefined ? `${name}: ${problem}` : `${name}（${meaning.zh} · ${meaning.en}）: ${problem}`;
    }),
  };
}

function wrongDataKey(): BootProblem {
  return {
    zh: '数据密钥打不开库里已加密的字段，不启动，以免同一个库里出现两把钥匙',
    en: 'The data key does not open what is sealed in this database; the program does not start, so that one database does not end up with two keys',
    remedies: [
      '用原来的 DATA_KEY（或 DATA_DIR/data.key） · use the DATA_KEY (or DATA_DIR/data.key) it was sealed with',
      '要换钥匙：新钥在前、旧钥在后，再运行 · to change it: DATA_KEY=new,old and then: minyi keys rotate',
    ],
  };
}

function unreachable(error: DatabaseError): BootProblem {
  return {
    zh: '连不上数据库',
    en: 'The database cannot be reached or refuses',
    remedies: [error.message, '检查 DATABASE_URL 与数据库是否在运行 · check DATABASE_URL and that the database runs'],
  };
}

function isAddressInUse(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === 'EADDRINUSE';
}

function portTaken(): BootProblem {
  return { zh: '端口已被占用', en: 'The port is taken', remedies: ['换一个端口 · use another port: PORT=3001'] };
}

/** Writes a boot problem to standard error. */
export function sayBootProblem({ zh, en, remedies }: BootProblem): void {
  process.stderr.write(`\n✗ ${zh}\n✗ ${en}\n${remedies.map((line) => `  → ${line}\n`).join('')}\n`);
}
