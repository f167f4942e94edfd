import type { Database } from '#libs/database';
import type { FilesUpkeep } from '#libs/files';
import type { RetentionRule } from '#libs/privacy';

const YEAR = 365;

/** Rows of one table that are older than a date, by a column. */
interface Aged {
  name: string;
  zh: string;
  en: string;
  days: number;
  basis: string;
  table: string;
  /** Condition with the instant as `$1`. */
  where: string;
  /** What erasing does; default: the rows go. */
  set?: string;
}

const AGED: readonly Aged[] = [
  {
    name: 'messages',
    zh: '已读消息',
    en: 'messages that were read',
    days: YEAR,
    basis: '个人信息保护法 19',
    table: 'messages',
    where: `at < $1::timestamptz and exists (select 1 from message_reads r where r.message = messages.id)`,
  },
  {
    name: 'oldMessages',
    zh: '未读消息',
    en: 'messages nobody read',
    days: 3 * YEAR,
    basis: '个人信息保护法 19',
    table: 'messages',
    where: `at < $1::timestamptz`,
  },
  {
    name: 'messageReads',
    zh: '阅读记录',
    en: 'marks of reading',
    days: 3 * YEAR,
    basis: '个人信息保护法 19',
    table: 'message_reads',
    where: `at < $1::timestamptz`,
  },
  {
    name: 'deliveries',
    zh: '邮件、短信发送记录',
    en: 'records of mails and text messages',
    days: YEAR,
    basis: '个人信息保护法 19',
    table: 'deliveries',
    where: `planned_at < $1::timestamptz and status <> 'pending'`,
  },
  {
    name: 'deliverySpool',
    zh: '未外发邮件、短信的留底',
    en: 'messages laid down for the operator',
    days: 30,
    basis: '个人信息保护法 19',
    table: 'delivery_spool',
    where: `at < $1::timestamptz`,
  },
  {
    name: 'callAttempts',
    zh: '电话记录',
    en: 'records of calls',
    days: YEAR,
    basis: '个人信息保护法 19',
    table: 'call_attempts',
    where: `at < $1::timestamptz`,
  },
  {
    name: 'callEntries',
    zh: '电话名单',
    en: 'entries of the call list',
    days: YEAR,
    basis: '个人信息保护法 19',
    table: 'call_entries',
    where: `at < $1::timestamptz and status <> 'open'`,
  },
  {
    name: 'absences',
    zh: '代替接收消息的安排',
    en: 'absences and substitutes',
    days: YEAR,
    basis: '个人信息保护法 19',
    table: 'notification_substitutes',
    where: `to_date < $1::timestamptz::date`,
  },
  {
    name: 'webhookAttempts',
    zh: '事件推送尝试记录',
    en: 'attempts to send events to other systems',
    days: 90,
    basis: '网络安全法',
    table: 'webhook_attempts',
    where: `at < $1::timestamptz`,
  },
  {
    name: 'webhookDeliveries',
    zh: '事件推送记录',
    en: 'events sent to other systems',
    days: 90,
    basis: '网络安全法',
    table: 'webhook_deliveries',
    where: `at < $1::timestamptz and status <> 'pending'`,
  },
  {
    name: 'signIns',
    zh: '登录记录',
    en: 'sign-in journal',
    // 网络安全法: at least six months
    days: 400,
    basis: '网络安全法（日志不少于六个月）',
    table: 'sign_ins',
    where: `at < $1::timestamptz`,
  },
  {
    name: 'accessJournal',
    zh: '查看台账',
    en: 'journal of looks',
    days: 3 * YEAR,
    basis: '个人信息保护法 51、54',
    table: 'access_journal',
    where: `at < $1::timestamptz`,
  },
  {
    name: 'visitNotes',
    zh: '走访备注',
    en: 'notes of visits',
    days: 2 * YEAR,
    basis: '个人信息保护法 19、28',
    table: 'visits',
    where: `at < $1::timestamptz and note is not null`,
    set: 'note = null',
  },
  {
    name: 'corrections',
    zh: '更正申请的文字',
    en: 'words of corrections',
    days: 2 * YEAR,
    basis: '个人信息保护法 19',
    table: 'corrections',
    where: `decided_at < $1::timestamptz and wanted is not null`,
    set: 'wanted = null, answer = null',
  },
  {
    name: 'withdrawnConsents',
    zh: '已撤回的同意',
    en: 'consents withdrawn',
    days: 3 * YEAR,
    basis: '民法典 188（诉讼时效三年）',
    table: 'consents',
    where: `withdrawn_at < $1::timestamptz`,
  },
];

/** The rows of the documentation: what, how long, why. */
export function retentionRows(): string[][] {
  return AGED.map(({ zh, en, days, basis }) => [`${zh} · ${en}`, String(days), basis]);
}

const BATCH = 5_000;

/** What is erased without anybody asking, once its time is over. */
export function retentionRules(database: Database, files: FilesUpkeep): RetentionRule[] {
  const orphans: RetentionRule = {
    name: 'orphanedFiles',
    label: { zh: '没有归属的文件', en: 'files that belong to nothing' },
    days: 1,
    basis: '个人信息保护法 19',
    count: async () => sum(await files.sweep({ dryRun: true })),
    erase: async () => sum(await files.sweep()),
  };
  return [...AGED.map((aged) => ruleOf(database, aged)), orphans];
}

function ruleOf(database: Database, { name, zh, en, days, basis, table, where, set }: Aged): RetentionRule {
  // the oldest rows of a chain go first, so that what is left begins where it begins
  const batch = `ctid in (select ctid from ${table} where ${where} order by ${table === 'access_journal' ? 'seq' : 'ctid'} limit ${String(BATCH)})`;
  const statement =
    set === undefined ? `delete from ${table} where ${batch}` : `update ${table} set ${set} where ${batch}`;
  return {
    name,
    label: { zh, en },
    days,
    basis,
    count: async (before) => {
      const [row] = await database.query<{ count: number }>(`select count(*) as count from ${table} where ${where}`, [
        before,
      ]);
      return row?.count ?? 0;
    },
    erase: async (before) => {
      let erased = 0;
      for (;;) {
        const gone = await database.query(`${statement} returning 1`, [before]);
        erased += gone.length;
        if (gone.length < BATCH) return erased;
      }
    },
  };
}

function sum({ orphans, strays }: { orphans: number; strays: number }): number {
  return orphans + strays;
}
