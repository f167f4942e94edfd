import 'reflect-metadata';

import { Command, Option } from 'commander';

import { bootProblemOf, productVersion, sayBootProblem } from '#apps/platform';

import {
  ACCOUNT_DEEDS,
  addLogin,
  createAccount,
  doToAccount,
  listAccounts,
  resetPassword,
  showAccount,
} from './commands/accounts.js';
import { verifyBallot } from './commands/ballots.js';
import { editCalendar, explainClock, showCalendar } from './commands/calendars.js';
import { act, decideIncident, journal, listIncidents, show } from './commands/cases.js';
import { migrate, replay, verify } from './commands/database.js';
import { demoOpinion } from './commands/demo-opinion.js';
import { demo, simulate } from './commands/demo.js';
import { generate } from './commands/generate.js';
import { importFile } from './commands/import.js';
import { notifyOutbox, notifyReplay, notifyStatus } from './commands/notify.js';
import { resumeErasures, retention, rotateKeys, verifyPrivacy } from './commands/privacy.js';
import { route } from './commands/routing.js';
import { report } from './commands/report.js';
import { chart, lint } from './commands/workflows.js';
import { CommandFailed, remark } from './say.js';

const as = new Option('--as <login>', '以谁的身份（登录名或人员编号） · login or id of the person who asks');
const json = new Option('--json', '输出 JSON');

const program = new Command('minyi')
  .description('民议 · 社区说议办评流程 · procedures of neighbourhood governance')
  .version(productVersion())
  .showHelpAfterError();

program
  .command('migrate')
  .description('更新数据库表 · bring the database up to date')
  .option('--check', '只检查迁移是否齐全 · only check that migrations are complete')
  .option('--create <name>', '写一个新迁移 · write a new migration')
  .action(migrate);
const demonstration = program
  .command('demo')
  .description('载入演示社区并推演一年 · load the demonstration and live its year')
  .action(demo);
demonstration
  .command('opinion')
  .option('--svg', '只输出图 · only print the drawing')
  .description('重放一次真实的网上协商 · replay a real consultation and show its opinion groups')
  .action(demoOpinion);
program
  .command('simulate')
  .argument('<scenario>', 'year')
  .option('--issues <count>', '事项数 · issues in the year', '300')
  .description('在内存里推演并给出统计 · simulate in memory and report')
  .action(simulate);
program.command('lint').description('检查所有流程 · lint all workflows').action(lint);
program
  .command('chart')
  .argument('<workflow>')
  .option('--mermaid', 'Mermaid（默认 · default）')
  .option('--svg')
  .option('--dot')
  .option('--case <id>', '标出某事项所在 · lit where a case is')
  .option('--lang <lang>', 'zh | en', 'zh')
  .option('-o, --output <file>')
  .addOption(as)
  .description('流程图 · draw a chart')
  .action(chart);
program.command('replay').description('用现在的代码重放在办事项 · replay all live journals').action(replay);
const verifying = program
  .command('verify')
  .option('--heads <file>', '签名文件 · file of signed heads')
  .option('--key <key>', '公钥 · public key to insist on')
  .description('核验台账 · verify all journals')
  .action(verify);
verifying
  .command('ballot')
  .argument('<file>', '公布的表决记录 · published record of a ballot')
  .option('--receipt <code>', '另查这张回执的选票 · also look for the paper of this receipt')
  .description('重新计票并核对证书 · count a published ballot anew and check its certificate')
  .action(verifyBallot);
program
  .command('generate')
  .option('--check', '只检查 · only check')
  .description('重新生成文档 · regenerate documents')
  .action(generate);

program
  .command('import')
  .argument('<kind>', 'units, premises, households, people, bodies, catalogue')
  .argument('<file>', 'CSV 或 · or XLSX')
  .addOption(as)
  .option('--unit <id>', '辖区；默认为本人任职的单位 · unit; default: where one holds office')
  .option('--as-of <day>', '自哪天起如此，例如 2026-01-01 · day from which the rows are so')
  .option('--check', '只检查，不写入 · only check')
  .description('导入表格 · bring in a table')
  .action(importFile);

program
  .command('route')
  .requiredOption('--matter <matter>', '事项：编号、代码或名称 · matter: id, code or name')
  .requiredOption('--place <place>', '地点：编号或代码 · place: id or code')
  .option('--on <day>', '哪一天，例如 2026-11-22 · on which day')
  .option('--danger', '危及人身财产安全 · danger to life or property')
  .addOption(as)
  .addOption(json)
  .description('派单试算：会派给谁、为什么 · who would get a matter, and why')
  .action(route);

program
  .command('report')
  .requiredOption('--unit <id>', '单位 · unit')
  .option('--month <month>', '月份 · month, 2026-03')
  .option('--period <name>', '日、周、月、季 · 2026-03-02, 2026-W10, 2026-03, 2026-Q1')
  .option('--print', '输出打印页 · the page to print')
  .addOption(json)
  .description('单位报表 · the account of a unit')
  .action(report);

const cases = program.command('case').description('查看与办理事项 · look at cases and act on them');
cases.command('show').argument('<id>').addOption(as).addOption(json).description('查看 · show').action(show);
cases.command('journal').argument('<id>').addOption(as).addOption(json).description('台账 · journal').action(journal);
cases
  .command('act')
  .argument('<id>')
  .argument('<act>')
  .addOption(as)
  .option('--input <json>', '输入 · input', '{}')
  .option('--key <key>', '幂等键 · idempotency key')
  .description('办理 · do an act')
  .action(act);

const calendars = program.command('calendar').description('日历与时限 · calendars and clocks');
calendars
  .command('show')
  .argument('[name]', 'office, always, duty, delivery')
  .option('--unit <id>', '哪个单位的；默认全局 · whose; default: the installation')
  .option('--year <year>')
  .addOption(as)
  .addOption(json)
  .description('查看 · show')
  .action(showCalendar);
calendars
  .command('edit')
  .argument('<name>')
  .requiredOption('--reason <text>', '理由，记入台账 · why; stands in the journals')
  .option('--unit <id>', '哪个单位的；默认全局 · whose; default: the installation')
  .option('--close <days>', '放假，例如 2026-11-24=台风 · holidays')
  .option('--open <days>', '上班（调休）· make-up days')
  .option('--usual <days>', '恢复平常 · as usual again')
  .option('--confirm <years>', '放假安排已公布的年份 · years whose plan is known')
  .option('--check', '只试算 · only say what would move')
  .addOption(as)
  .description('修改 · edit')
  .action(editCalendar);
calendars
  .command('explain')
  .argument('<case>')
  .argument('[clock]')
  .addOption(as)
  .addOption(json)
  .description('时限为什么是这个时候 · why a clock is due when it is')
  .action(explainClock);

const account = program.command('account').description('账号 · accounts (--as: 管理员 operator)');
account
  .command('list')
  .argument('<unit>')
  .addOption(as)
  .addOption(json)
  .description('一览 · list')
  .action(listAccounts);
account
  .command('show')
  .argument('<person>')
  .addOption(as)
  .addOption(json)
  .description('查看 · show')
  .action(showAccount);
account
  .command('create')
  .argument('<person>')
  .addOption(as)
  .option('--login <name>', '账号名 · name to sign in with')
  .description('开账号 · give a person an account')
  .action(createAccount);
account.command('add-login').argument('<person>').argument('<login>').addOption(as).action(addLogin);
account
  .command('reset-password')
  .argument('<person>')
  .addOption(as)
  .description('发口令重置码 · a code to set a new password')
  .action(resetPassword);
for (const deed of ACCOUNT_DEEDS)
  account
    .command(deed)
    .argument('<person>')
    .addOption(as)
    .action((person: string, options: { as?: string }) => doToAccount(deed, person, options));

const incidents = program.command('incidents').description('异常 · incidents');
incidents
  .command('list')
  .addOption(as)
  .addOption(json)
  .option('--all', '含已处理 · decided ones too')
  .action(listIncidents);
for (const decision of ['retry', 'skip', 'resolve'] as const)
  incidents
    .command(decision)
    .argument('<id>')
    .addOption(as)
    .option('--note <text>', '怎么处理的 · what was done')
    .action((id: string, options: { as?: string; note?: string }) => decideIncident(decision, id, options));

const notify = program
  .command('notify')
  .description('邮件、短信、群消息 · messages that leave the house (--as: operator)');
notify.command('status').addOption(as).addOption(json).description('发送状况 · how they stand').action(notifyStatus);
notify
  .command('outbox')
  .addOption(as)
  .addOption(json)
  .option('--limit <count>', '条数 · how many', '20')
  .description('未外发的邮件、短信 · what was laid down for want of a server')
  .action(notifyOutbox);
notify
  .command('replay')
  .argument('[delivery]', '默认：近七天放弃的全部 · default: all given up in seven days')
  .addOption(as)
  .option('--since <instant>', '自何时起 · since when')
  .description('重发 · send again what was given up')
  .action(notifyReplay);

const privacy = program.command('privacy').description('个人信息 · personal data');
privacy
  .command('retention')
  .option('--run', '清除到期的 · erase what is past its time')
  .description('到期待删除的数量 · what is past its time')
  .action(retention);
privacy.command('resume').description('继续中断的删除 · go on with interrupted erasures').action(resumeErasures);
privacy
  .command('verify')
  .description('核验查看台账与删除记录 · verify looks and erasure records')
  .action(verifyPrivacy);
program
  .command('keys')
  .description('数据钥匙 · data keys')
  .command('rotate')
  .description('用新钥匙重新加密 · seal everything with the new key')
  .action(rotateKeys);

try {
  await program.parseAsync();
} catch (error) {
  const problem = bootProblemOf(error);
  if (error instanceof CommandFailed) error.lines.forEach(remark);
  else if (problem !== null) sayBootProblem(problem);
  else throw error;
  process.exitCode = 1;
}
