import { z } from 'zod';

/** A setting of the installation: an environment variable, what it means and what it is without being set. */
export interface Setting<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** Shown in the documentation when the variable is not set. */
  fallback: string;
  zh: string;
  en: string;
}

const setting = <Schema extends z.ZodType>(schema: Schema, said: Omit<Setting, 'schema'>): Setting<Schema> => ({
  schema,
  ...said,
});

const yesOrNo = z.enum(['true', 'false', '1', '0', 'yes', 'no']).transform((word) => ['true', '1', 'yes'].includes(word));
const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().int().min(0).max(65_535));

/** Every environment variable the program reads. The table in the README is made from this one. */
export const SETTINGS = {
  MINYI_HOST: setting(z.string().optional(), {
    fallback: '127.0.0.1',
    zh: '监听的地址;容器里设为 0.0.0.0',
    en: 'Address to listen on; 0.0.0.0 in a container',
  }),
  MINYI_PORT: setting(port.optional(), { fallback: '3000', zh: '服务的端口', en: 'Port of the server' }),
  MINYI_WORKER_PORT: setting(port.optional(), {
    fallback: '—',
    zh: '单独的 worker 的健康检查端口;不设则不开',
    en: 'Health port of a separate worker; none when not set',
  }),
  DATABASE_URL: setting(z.url({ protocol: /^postgres(ql)?$/ }).optional(), {
    fallback: '—',
    zh: 'PostgreSQL 地址;不设则用内嵌的 PGlite',
    en: 'PostgreSQL; without it the embedded PGlite is used',
  }),
  MINYI_DATA: setting(z.string().optional(), {
    fallback: './data',
    zh: '内嵌数据库与签名存放的目录',
    en: 'Directory of the embedded database and of the signed heads',
  }),
  REDIS_URL: setting(z.url({ protocol: /^rediss?$/ }).optional(), {
    fallback: '—',
    zh: '队列的 Redis 地址;不设则在进程内唤醒',
    en: 'Redis of the queue; without it the process wakes itself',
  }),
  MINYI_DEMO: setting(yesOrNo.optional(), {
    fallback: '用内嵌数据库时 true · true with the embedded database',
    zh: '演示模式:载入演示社区,用请求头 X-Minyi-Person 表明身份',
    en: 'Demonstration: loads the demo community, people sign in by the header X-Minyi-Person',
  }),
  MINYI_DEMO_YEAR: setting(yesOrNo.optional(), {
    fallback: 'true',
    zh: '演示模式首次启动时推演一年的事项',
    en: 'On its first start the demonstration simulates a year of issues',
  }),
  MINYI_WORKS: setting(yesOrNo.optional(), {
    fallback: '不设 REDIS_URL 时 true · true without REDIS_URL',
    zh: '服务进程是否也执行效果与时限',
    en: 'Whether the server also carries out effects and fires deadlines',
  }),
  MINYI_LOG_LEVEL: setting(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(), {
    fallback: 'info',
    zh: '日志级别',
    en: 'Log level',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(z.url().optional(), {
    fallback: '—',
    zh: 'OpenTelemetry 收集器地址;不设则不发送追踪',
    en: 'OpenTelemetry collector; without it no traces are sent',
  }),
} as const satisfies Record<string, Setting>;
