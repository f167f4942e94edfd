import { z } from 'zod';

/** One environment variable: what it may be and what it is for. */
export interface Variable<Value = unknown> {
  readonly schema: z.ZodType<Value, string | undefined>;
  /** As written in the documentation; what happens when it is not set. */
  readonly default: { readonly zh: string; readonly en: string };
  readonly meaning: { readonly zh: string; readonly en: string };
  /** What a value must look like, for error messages. */
  readonly expected: string;
  /** Its value must not be logged or shown. */
  readonly isSecret?: true;
}

function variable<Value>(definition: Variable<Value>): Variable<Value> {
  return definition;
}

function same(text: string) {
  return { zh: text, en: text };
}

/** `NAME=` in an env file means "not set". */
function optional<Value>(schema: z.ZodType<Value, string>): z.ZodType<Value | undefined, string | undefined> {
  return z.preprocess((value: string | undefined) => (value === '' ? undefined : value), schema.optional());
}

function withDefault<Value>(schema: z.ZodType<Value, string>, fallback: Value): z.ZodType<Value, string | undefined> {
  return optional(schema).transform((value) => value ?? fallback);
}

function url(protocol: RegExp) {
  return z.url({ protocol });
}

function integer(min: number, max: number) {
  return z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);
}

const flag = z.enum(['on', 'off', 'true', 'false', '1', '0']).transform((value) => ['on', 'true', '1'].includes(value));

/** Base64 of 32 random bytes (the seed of an ed25519 key). */
const ed25519Seed = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);

const DATA_KEY = /^[A-Za-z0-9+/]{43}=$/;

/** One or several keys of 32 bytes in base64, separated by commas. */
const dataKeys = z
  .string()
  .transform((value) => value.split(',').map((key) => key.trim()))
  .refine((keys) => keys.every((key) => DATA_KEY.test(key)) && new Set(keys).size === keys.length);

/** How far to believe what proxies say about the client: not at all, so many of them, or those at these addresses. */
const trustedProxies = z
  .string()
  .regex(/^(off|[1-9]\d?|\s*[0-9a-fA-F]*[.:][0-9a-fA-F.:/]*(\s*,\s*[0-9a-fA-F]*[.:][0-9a-fA-F.:/]*)*\s*)$/)
  .transform((value) => {
    if (value === 'off') return false as const;
    return /^\d+$/.test(value) ? Number(value) : value.split(',').map((address) => address.trim());
  });

/** Whether staff need a second factor. */
export const SECOND_FACTOR_RULES = ['required', 'optional'] as const;

/** What a process of Minyi does. */
export const ROLES = ['all', 'server', 'worker'] as const;
/** One of {@link ROLES}. */
export type Role = (typeof ROLES)[number];

/** Where wakes travel. */
export const QUEUE_KINDS = ['memory', 'redis', 'postgres'] as const;
/** One of {@link QUEUE_KINDS}. */
export type QueueKind = (typeof QUEUE_KINDS)[number];

/** How much is logged. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
/** One of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every environment variable Minyi reads. */
export const VARIABLES = {
  DATABASE_URL: variable({
    schema: optional(url(/^postgres(ql)?$/)),
    default: { zh: '不设：内置 PGlite，数据在 DATA_DIR', en: 'not set: PGlite inside the process, data in DATA_DIR' },
    meaning: { zh: 'PostgreSQL 连接地址', en: 'address of PostgreSQL' },
    expected: 'postgres://user:password@host:5432/database',
    isSecret: true,
  }),
  DATABASE_POOL_SIZE: variable({
    schema: withDefault(integer(2, 500), 20),
    default: same('20'),
    meaning: { zh: '每个进程的 PostgreSQL 连接数上限', en: 'most connections to PostgreSQL of one process' },
    expected: 'a whole number from 2 to 500',
  }),
  DATABASE_PREPARED_STATEMENTS: variable({
    schema: withDefault(flag, true),
    default: same('on'),
    meaning: {
      zh: '是否使用预编译语句；经过不支持预编译语句的连接池（旧版 PgBouncer）时关闭',
      en: 'prepared statements; off behind a pooler that does not keep them (old PgBouncer)',
    },
    expected: 'on or off',
  }),
  DATA_DIR: variable({
    schema: withDefault(z.string().min(1), './data'),
    default: same('./data'),
    meaning: { zh: '数据目录：内置数据库、签名密钥', en: 'directory for the built-in database and the signing key' },
    expected: 'a path',
  }),
  REDIS_URL: variable({
    schema: optional(url(/^rediss?$/)),
    default: { zh: '不设：不使用 Redis', en: 'not set: no Redis' },
    meaning: { zh: 'Redis 连接地址', en: 'address of Redis' },
    expected: 'redis://host:6379',
    isSecret: true,
  }),
  QUEUE: variable({
    schema: optional(z.enum(QUEUE_KINDS)),
    default: {
      zh: '有 REDIS_URL 时为 redis；否则有 DATABASE_URL 时为 postgres；否则为 memory',
      en: 'redis with a REDIS_URL, else postgres with a DATABASE_URL, else memory',
    },
    meaning: { zh: '唤醒队列所在处', en: 'where wakes travel' },
    expected: QUEUE_KINDS.join(', '),
  }),
  WORKER_CONCURRENCY: variable({
    schema: withDefault(integer(1, 256), 4),
    default: same('4'),
    meaning: { zh: '每个进程同时处理的唤醒数', en: 'wakes one process handles at once' },
    expected: 'a whole number from 1 to 256',
  }),
  SWEEP_SECONDS: variable({
    schema: withDefault(integer(1, 3600), 10),
    default: same('10'),
    meaning: {
      zh: '兜底扫描间隔（秒）：队列丢失的唤醒由它找回',
      en: 'seconds between sweeps, which find what the queue has lost',
    },
    expected: 'a whole number from 1 to 3600',
  }),
  ROLE: variable({
    schema: withDefault(z.enum(ROLES), 'all'),
    default: same('all'),
    meaning: {
      zh: '进程角色：server 提供接口和页面，worker 执行效果与时限，all 两者都做',
      en: 'what this process does: server answers HTTP, worker carries out effects and deadlines, all does both',
    },
    expected: ROLES.join(', '),
  }),
  HOST: variable({
    // a demo anybody may sign in to must not be on the network by accident
    schema: withDefault(z.string().min(1), '127.0.0.1'),
    default: same('127.0.0.1'),
    meaning: {
      zh: '监听地址；要从别的机器访问（包括在容器里）设为 0.0.0.0',
      en: 'address to listen on; 0.0.0.0 to be reached from other machines, also in a container',
    },
    expected: 'an address or host name',
  }),
  PORT: variable({
    schema: withDefault(integer(0, 65_535), 3000),
    default: same('3000'),
    meaning: { zh: '监听端口；0 为任意空闲端口', en: 'port to listen on; 0 takes any free one' },
    expected: 'a whole number from 0 to 65535',
  }),
  PUBLIC_URL: variable({
    schema: optional(url(/^https?$/).transform((value) => value.replace(/\/+$/, ''))),
    default: same('http://localhost:PORT'),
    meaning: { zh: '居民看到的地址，用于通知里的链接', en: 'address residents see, for links in notices' },
    expected: 'https://minyi.example.cn',
  }),
  TRUST_PROXY: variable({
    schema: withDefault<false | number | string[]>(trustedProxies, false),
    default: same('off'),
    meaning: {
      zh: '前面有几层反向代理，或可信代理的地址；只有这些代理说的来访地址才算数。没有代理时保持 off，否则人人可以冒充别的地址',
      en: 'how many reverse proxies stand in front, or their addresses; only they are believed about where a request comes from. off without a proxy, else anybody can claim any address',
    },
    expected: 'off, a number of proxies, or addresses and networks with commas between (10.0.0.0/8,127.0.0.1)',
  }),
  STAFF_SECOND_FACTOR: variable({
    schema: optional(z.enum(SECOND_FACTOR_RULES)),
    default: { zh: '演示时为 optional，否则为 required', en: 'optional in a demo, else required' },
    meaning: {
      zh: '工作人员登录是否必须动态验证码',
      en: 'whether staff must sign in with a second factor (authenticator)',
    },
    expected: SECOND_FACTOR_RULES.join(' or '),
  }),
  SESSION_RESIDENT_DAYS: variable({
    schema: withDefault(integer(1, 366), 180),
    default: same('180'),
    meaning: { zh: '居民登录最长保持的天数', en: 'days a resident stays signed in at most' },
    expected: 'a whole number from 1 to 366',
  }),
  SESSION_STAFF_HOURS: variable({
    schema: withDefault(integer(1, 168), 12),
    default: same('12'),
    meaning: { zh: '工作人员登录最长保持的小时数', en: 'hours staff stay signed in at most' },
    expected: 'a whole number from 1 to 168',
  }),
  SESSION_STAFF_IDLE_MINUTES: variable({
    schema: withDefault(integer(5, 720), 60),
    default: same('60'),
    meaning: { zh: '工作人员不操作多少分钟后须重新登录', en: 'minutes without use after which staff sign in again' },
    expected: 'a whole number from 5 to 720',
  }),
  OIDC_ISSUER: variable({
    schema: optional(url(/^https?$/)),
    default: { zh: '不设：没有单点登录', en: 'not set: no single sign-on' },
    meaning: { zh: '单点登录（OpenID Connect）签发方地址', en: 'issuer of single sign-on (OpenID Connect)' },
    expected: 'https://login.example.cn',
  }),
  OIDC_CLIENT_ID: variable({
    schema: optional(z.string().min(1)),
    default: { zh: '不设', en: 'not set' },
    meaning: { zh: '在签发方登记的客户端编号', en: 'id of this installation at the issuer' },
    expected: 'the id the issuer gave out',
  }),
  OIDC_CLIENT_SECRET: variable({
    schema: optional(z.string().min(1)),
    default: { zh: '不设', en: 'not set' },
    meaning: {
      zh: '客户端密钥；回调地址登记为 PUBLIC_URL/api/v1/single-sign-on/callback',
      en: 'secret of this installation; the redirect address to register is PUBLIC_URL/api/v1/single-sign-on/callback',
    },
    expected: 'the secret the issuer gave out',
    isSecret: true,
  }),
  OIDC_LABEL: variable({
    schema: withDefault(z.string().min(1).max(40), '单点登录 · Single sign-on'),
    default: same('单点登录 · Single sign-on'),
    meaning: { zh: '登录页上单点登录按钮的文字', en: 'words on the button of the sign-in page' },
    expected: 'up to 40 signs',
  }),
  SMTP_URL: variable({
    schema: optional(url(/^smtps?$/)),
    default: {
      zh: '不设：邮件不外发，存入发件箱，由运维人员用 minyi notify outbox 查看',
      en: 'not set: mails are not sent but laid down for the operator (minyi notify outbox)',
    },
    meaning: { zh: '发邮件的服务器', en: 'mail server that takes our mails' },
    expected: 'smtps://user:password@host:465 or smtp://host:587',
    isSecret: true,
  }),
  MAIL_FROM: variable({
    schema: optional(z.string().regex(/^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/)),
    default: { zh: '不设；设了 SMTP_URL 时必须设置', en: 'not set; needed with SMTP_URL' },
    meaning: { zh: '发件人', en: 'sender of our mails' },
    expected: '民议 <minyi@example.cn>',
  }),
  SMS_URL: variable({
    schema: optional(url(/^https?$/)),
    default: {
      zh: '不设：短信不外发，存入发件箱，由运维人员查看',
      en: 'not set: text messages are not sent but laid down for the operator',
    },
    meaning: {
      zh: '短信网关：以 JSON POST {id, to, text}，2xx 即收下',
      en: 'gateway for text messages: takes POST {id, to, text} as JSON and answers 2xx',
    },
    expected: 'https://sms.example.cn/send',
  }),
  SMS_KEY: variable({
    schema: optional(z.string().min(1)),
    default: { zh: '不设：不带密钥', en: 'not set: no key is sent' },
    meaning: { zh: '短信网关的密钥（Authorization: Bearer）', en: 'key of the gateway (Authorization: Bearer)' },
    expected: 'the key the gateway gave out',
    isSecret: true,
  }),
  CALL_AFTER_DAYS: variable({
    schema: withDefault(integer(1, 30), 3),
    default: same('3'),
    meaning: {
      zh: '重要消息几天未读就列入网格员电话名单',
      en: 'days after which an unread important message goes onto the call list',
    },
    expected: 'a whole number from 1 to 30',
  }),
  WEBHOOK_PRIVATE_ADDRESSES: variable({
    schema: withDefault(flag, false),
    default: same('off'),
    meaning: {
      zh: '是否允许向内网地址（含 http）推送事件和群消息',
      en: 'whether webhooks and robots may lead to private addresses (and plain http)',
    },
    expected: 'on or off',
  }),
  LOG_LEVEL: variable({
    schema: withDefault(z.enum(LOG_LEVELS), 'info'),
    default: same('info'),
    meaning: { zh: '日志级别', en: 'how much is logged' },
    expected: LOG_LEVELS.join(', '),
  }),
  DEMO: variable({
    schema: optional(flag),
    default: {
      zh: '未设 DATABASE_URL 时为 on，否则为 off',
      en: 'on without DATABASE_URL, else off',
    },
    meaning: {
      zh: '演示：载入示例社区和口令公开的示例账号；正式使用必须关闭',
      en: 'demo: loads an example community with accounts whose password is public; off in earnest',
    },
    expected: 'on or off',
  }),
  DATA_KEY: variable({
    schema: optional(dataKeys),
    default: {
      zh: '首次启动时生成，存于 DATA_DIR/data.key；设了 DATABASE_URL 时必须设置',
      en: 'made at the first start, kept in DATA_DIR/data.key; must be set with DATABASE_URL',
    },
    meaning: {
      zh: '加密电话、证件号等字段的密钥，每台机器相同；更换时新钥在前、旧钥在后，用逗号分隔，再运行 minyi keys rotate',
      en: 'key that seals telephone and identity numbers, the same on every machine; to change it, put the new one first and the old one after a comma, then run minyi keys rotate',
    },
    expected: 'base64 of 32 random bytes (openssl rand -base64 32), or several different ones with commas between',
    isSecret: true,
  }),
  SIGNING_KEY: variable({
    schema: optional(ed25519Seed),
    default: {
      zh: '首次启动时生成，存于 DATA_DIR/signing.key',
      en: 'made at the first start, kept in DATA_DIR/signing.key',
    },
    meaning: {
      zh: '签署台账链头与表决证书的 ed25519 私钥种子；多机部署须设为同一值',
      en: 'seed of the ed25519 key that signs journal heads and certificates; the same on every machine',
    },
    expected: 'base64 of 32 random bytes',
    isSecret: true,
  }),
  HEADS_DIR: variable({
    schema: optional(z.string().min(1)),
    default: { zh: '不设：不另存', en: 'not set: they are not written anywhere else' },
    meaning: {
      zh: '台账链头另存目录，宜放在数据库管理员不能改动之处',
      en: 'directory to which signed journal heads are also written, best where the database administrator cannot write',
    },
    expected: 'a path',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable({
    schema: optional(url(/^https?$/)),
    default: { zh: '不设：不上报', en: 'not set: no traces' },
    meaning: { zh: 'OpenTelemetry 链路上报地址', en: 'where OpenTelemetry traces are sent' },
    expected: 'http://host:4318',
  }),
} as const satisfies Record<string, Variable>;

/** Name of an environment variable. */
export type VariableName = keyof typeof VARIABLES;
