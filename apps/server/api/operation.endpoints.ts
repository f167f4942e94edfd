import { z } from 'zod';

import { AREA_NAMES } from './areas.js';
import { endpoint } from './endpoint.js';
import { examples } from './examples.js';
import { decided, healthBody, incidentPage, incidentParams, incidentQuery, resolveBody } from './other.schema.js';

const V1 = '/api/v1';

/** Incidents, this interface's own document, health and metrics: for those who run the installation. */
export const operationEndpoints = {
  listIncidents: endpoint({
    operation: 'listIncidents',
    method: 'GET',
    path: `${V1}/incidents`,
    tag: 'operation',
    admits: { needs: 'incidents.decide' },
    summary: { zh: '异常列表（管理员）', en: 'List incidents (operators)' },
    query: incidentQuery,
    answers: { 200: { description: 'A page', schema: incidentPage } },
    errors: ['access.denied', 'cursor.malformed'],
  }),
  retryIncident: endpoint({
    operation: 'retryIncident',
    method: 'POST',
    path: `${V1}/incidents/:id/retry`,
    tag: 'operation',
    admits: { needs: 'incidents.decide' },
    summary: { zh: '重试', en: 'Try again' },
    params: incidentParams,
    headers: ['idempotency-key'],
    answers: { 200: { description: 'It will be tried again', schema: decided } },
    errors: ['access.denied', 'incident.unknown'],
  }),
  skipIncident: endpoint({
    operation: 'skipIncident',
    method: 'POST',
    path: `${V1}/incidents/:id/skip`,
    tag: 'operation',
    admits: { needs: 'incidents.decide' },
    summary: { zh: '跳过', en: 'Skip it' },
    params: incidentParams,
    headers: ['idempotency-key'],
    answers: { 200: { description: 'It will not be tried again', schema: decided } },
    errors: ['access.denied', 'incident.unknown'],
  }),
  resolveIncident: endpoint({
    operation: 'resolveIncident',
    method: 'POST',
    path: `${V1}/incidents/:id/resolve`,
    tag: 'operation',
    admits: { needs: 'incidents.decide' },
    summary: { zh: '线下已处理', en: 'Resolved outside the system' },
    params: incidentParams,
    headers: ['idempotency-key'],
    body: resolveBody,
    bodyExample: { note: '已电话通知。' },
    answers: { 200: { description: 'Closed with a note', schema: decided } },
    errors: ['access.denied', 'incident.unknown'],
  }),
  readDocument: endpoint({
    operation: 'readDocument',
    method: 'GET',
    path: '/api/openapi.json',
    tag: 'operation',
    admits: 'anyone',
    summary: { zh: '接口说明', en: 'This document' },
    description: 'Whole, or what it says of one area (a tag).',
    query: z.strictObject({ area: z.enum(AREA_NAMES).optional() }),
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.record(z.string(), z.json()) } },
  }),
  isAlive: endpoint({
    operation: 'isAlive',
    method: 'GET',
    path: '/health/live',
    tag: 'operation',
    admits: 'anyone',
    summary: { zh: '进程存活', en: 'The process runs' },
    answers: { 200: { description: 'It runs', schema: healthBody, example: { status: 'ok' } } },
  }),
  isReady: endpoint({
    operation: 'isReady',
    method: 'GET',
    path: '/health/ready',
    tag: 'operation',
    admits: 'anyone',
    summary: { zh: '可以服务', en: 'It can serve: database, queue and migrations are fine' },
    answers: {
      200: { description: 'Ready', schema: healthBody, example: examples.health },
      503: { description: 'Not ready, with the reason', schema: healthBody },
    },
  }),
  readMetrics: endpoint({
    operation: 'readMetrics',
    method: 'GET',
    path: '/metrics',
    tag: 'operation',
    admits: 'anyone',
    summary: { zh: '指标', en: 'Metrics for Prometheus' },
    answers: { 200: { description: 'Prometheus text format', media: 'text/plain' } },
  }),
} as const;
