import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { at, root } from './paths.mjs';
import { say, SetupProblem } from './say.mjs';

const stampFile = at('node_modules', '.minyi-lockfile');
const oldestNode = 20;

/**
 * Brings node_modules to what package-lock.json says and returns the Node every other command runs with.
 * Quick (milliseconds) when nothing changed. Throws SetupProblem when the machine cannot do it.
 */
export function install() {
  const running = Number(process.versions.node.split('.')[0]);
  if (running < oldestNode)
    throw new SetupProblem(
      `需要 Node ${oldestNode} 以上，当前是 ${process.version}`,
      `Node ${oldestNode} or newer is needed to start, this is ${process.version}`,
      ['https://nodejs.org'],
    );
  const hash = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex');
  if (!isStamped(hash)) {
    if (!holdsWhatTheLockfileSays()) {
      runNpmCi();
    }
    writeFileSync(stampFile, `${hash}\n`);
  }
  return pinnedNode(running);
}

function isStamped(hash) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === hash;
}

/**
 * npm keeps its own record of what it installed. A developer who has just run `npm install` has everything already:
 * installing again would pull node_modules away from under running processes.
 */
function holdsWhatTheLockfileSays() {
  const record = at('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const held = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = held[path];
    return found === undefined ? entry.optional === true : found.version === entry.version;
  });
}

function runNpmCi() {
  say('正在安装依赖，首次约需一两分钟 …', 'installing dependencies, a minute or two the first time …');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = runNpm(args);
  if (done.status === 0) {
    say('依赖安装完成', 'dependencies installed');
    return;
  }
  throw new SetupProblem(
    `依赖安装失败（${done.error?.message ?? `退出码 ${done.status ?? done.signal}`}）`,
    `npm ci failed (${done.error?.message ?? `exit code ${done.status ?? done.signal}`}); nothing was started`,
    [
      '查看上面 npm 的输出 · read what npm printed above',
      '检查网络与镜像源 · check the network and the registry: npm config get registry && npm ping',
      '检查磁盘与权限 · check free space and that this folder may be written: df -h . && ls -ld .',
      '清掉后重试 · start afresh: rm -rf node_modules && npm ci',
    ],
  );
}

export function runNpm(args) {
  const { command, before, shell } = npm();
  const stdio = ['ignore', process.stderr.fd, process.stderr.fd];
  return spawnSync(command, [...before, ...args], { cwd: root, stdio, shell });
}

/** The npm that called us, run by the Node that runs it: the pinned Node lives in the folder npm is about to replace. */
export function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script !== undefined && /npm-cli\.c?js$/.test(script) && existsSync(script))
    return {
      command: node !== undefined && existsSync(node) ? node : process.execPath,
      before: [script],
      shell: false,
    };
  return { command: 'npm', before: [], shell: process.platform === 'win32' };
}

function pinnedNode(running) {
  const wanted = JSON.parse(readFileSync(at('package.json'), 'utf8')).dependencies.node;
  const binary = at('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const answer = existsSync(binary) ? spawnSync(binary, ['--version'], { encoding: 'utf8' }) : undefined;
  if (answer?.status === 0 && answer.stdout.trim() === `v${wanted}`) return binary;
  if (running >= Number(wanted.split('.')[0])) {
    say(
      `改用系统的 Node ${process.version}`,
      `the project's Node ${wanted} does not run here, using ${process.version}`,
    );
    return process.execPath;
  }
  throw new SetupProblem(
    `项目自带的 Node ${wanted} 无法运行`,
    `the Node ${wanted} this project brings along is missing or does not run`,
    [
      '多半是安装脚本被禁用 · most likely install scripts are switched off: npm config get ignore-scripts',
      '允许后重装 · allow them and install it again: npm rebuild --ignore-scripts=false node',
      '或安装系统 Node 24 · or install Node 24 on this machine (musl systems such as Alpine need this)',
    ],
  );
}
