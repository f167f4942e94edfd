import { z } from 'zod';

import {
  actBody, asOfBody, asOfParams, caseBody, casePage, caseParams, caseQuery, chartQuery, doneBody, journalPage, startBody,
} from './case.schema.js';
import { endpoint } from './endpoint.js';
import { examples } from './examples.js';
import {
  changeBody, decided, deskPage, deskQuery, healthBody, incidentPage, incidentParams, incidentQuery, resolveBody, streamQuery,
  workflowBody, workflowList, workflowParams,
} from './other.schema.js';
import { pageQuery } from './page.schema.js';
import {
  meBody, messagePage, messageQuery, publicationPage, publicationQuery, readAnswer, readBody, unitList, unitQuery,
} from './reading.schema.js';

const V1 = '/api/v1';
const ETAG = { ETag: 'Version of the case, for If-Match and If-None-Match' };
const chartAnswer = (name: string) => ({
  200: { description: `${name} as SVG, Mermaid or DOT`, media: 'image/svg+xml' },
});

/** Every endpoint of the service. The router, the reading of requests and the OpenAPI document are made from this table. */
export const endpoints = {
  startCase: endpoint({
    operation: 'startCase', method: 'POST', path: `${V1}/cases`, tag: 'cases', needsPerson: true,
    summary: { zh: '发起事项', en: 'Start a case' },
    headers: ['idempotency-key'], body: startBody, bodyExample: examples.start,
    answers: {
      201: { description: 'Started', schema: doneBody, example: examples.done, headers: { ...ETAG, Location: 'The case' } },
      200: { description: 'It existed already, or this key was used before', schema: doneBody },
    },
    errors: ['workflow.unknown', 'workflow.not_startable', 'access.denied', 'act.input_invalid', 'idempotency.key_reused', 'policy.unknown', 'case.fault'],
  }),
  listCases: endpoint({
    operation: 'listCases', method: 'GET', path: `${V1}/cases`, tag: 'cases',
    summary: { zh: '事项台账', en: 'List cases' },
    description: 'Only cases the caller may see, newest first.',
    query: caseQuery,
    answers: { 200: { description: 'A page', schema: casePage, example: examples.page } },
    errors: ['cursor.malformed'],
  }),
  readCase: endpoint({
    operation: 'readCase', method: 'GET', path: `${V1}/cases/:id`, tag: 'cases',
    summary: { zh: '查看事项', en: 'Read a case' },
    description: 'State, clocks, and what the caller may do now with the form for it.',
    params: caseParams, headers: ['if-none-match'],
    answers: {
      200: { description: 'The case', schema: caseBody, headers: ETAG },
      304: { description: 'Not changed since the given ETag' },
    },
    errors: ['case.unknown'],
  }),
  actOnCase: endpoint({
    operation: 'actOnCase', method: 'POST', path: `${V1}/cases/:id/acts`, tag: 'cases', needsPerson: true,
    summary: { zh: '办理:做一个动作', en: 'Do an act' },
    params: caseParams, headers: ['idempotency-key', 'if-match'], body: actBody, bodyExample: examples.act,
    answers: { 200: { description: 'Done', schema: doneBody, example: { ...examples.done, version: 4 }, headers: ETAG } },
    errors: [
      'case.unknown', 'act.unknown', 'act.not_allowed', 'act.guard_refused', 'act.input_invalid', 'access.denied', 'case.ended',
      'case.version_stale', 'case.being_simulated', 'case.fault', 'idempotency.key_reused',
    ],
  }),
  readJournal: endpoint({
    operation: 'readJournal', method: 'GET', path: `${V1}/cases/:id/journal`, tag: 'cases',
    summary: { zh: '台账明细', en: 'Read the journal' },
    description: 'Oldest first. Details and names are for those who work on the case.',
    params: caseParams, query: pageQuery,
    answers: { 200: { description: 'A page of entries', schema: journalPage } },
    errors: ['case.unknown', 'cursor.malformed'],
  }),
  readAsOf: endpoint({
    operation: 'readAsOf', method: 'GET', path: `${V1}/cases/:id/as-of/:seq`, tag: 'cases',
    summary: { zh: '回看某一步', en: 'The case as it was after a journal entry' },
    params: asOfParams,
    answers: { 200: { description: 'The case as it was', schema: asOfBody } },
    errors: ['case.unknown', 'resource.unknown'],
  }),
  drawCase: endpoint({
    operation: 'drawCase', method: 'GET', path: `${V1}/cases/:id/chart`, tag: 'cases',
    summary: { zh: '事项的流程图', en: 'Chart of a case: where it is and how it came there' },
    params: caseParams, query: chartQuery, answers: chartAnswer('The chart'),
    errors: ['case.unknown'],
  }),
  listWorkflows: endpoint({
    operation: 'listWorkflows', method: 'GET', path: `${V1}/workflows`, tag: 'workflows',
    summary: { zh: '流程列表', en: 'List workflows' },
    answers: { 200: { description: 'All workflows', schema: workflowList } },
  }),
  readWorkflow: endpoint({
    operation: 'readWorkflow', method: 'GET', path: `${V1}/workflows/:name`, tag: 'workflows',
    summary: { zh: '查看流程', en: 'Read a workflow' },
    params: workflowParams,
    answers: { 200: { description: 'Its acts, clocks and forms', schema: workflowBody } },
    errors: ['workflow.unknown'],
  }),
  drawWorkflow: endpoint({
    operation: 'drawWorkflow', method: 'GET', path: `${V1}/workflows/:name/chart`, tag: 'workflows',
    summary: { zh: '流程图', en: 'Chart of a workflow' },
    params: workflowParams, query: chartQuery, answers: chartAnswer('The chart'),
    errors: ['workflow.unknown'],
  }),
  readDesk: endpoint({
    operation: 'readDesk', method: 'GET', path: `${V1}/desk`, tag: 'desk', needsPerson: true,
    summary: { zh: '工作台:等我办的事', en: 'What waits for me, oldest deadline first' },
    query: deskQuery,
    answers: { 200: { description: 'A page', schema: deskPage, example: examples.desk } },
    errors: ['cursor.malformed'],
  }),
  listPublications: endpoint({
    operation: 'listPublications', method: 'GET', path: `${V1}/publications`, tag: 'desk',
    summary: { zh: '公示与通报', en: 'Public notices and news' },
    query: publicationQuery,
    answers: { 200: { description: 'A page, newest first', schema: publicationPage } },
    errors: ['cursor.malformed'],
  }),
  listMessages: endpoint({
    operation: 'listMessages', method: 'GET', path: `${V1}/messages`, tag: 'desk', needsPerson: true,
    summary: { zh: '我的消息', en: 'My messages' },
    description: 'Told to me by name or to whoever holds an office I hold, newest first.',
    query: messageQuery,
    answers: { 200: { description: 'A page', schema: messagePage } },
    errors: ['cursor.malformed'],
  }),
  readMessages: endpoint({
    operation: 'readMessages', method: 'POST', path: `${V1}/messages/read`, tag: 'desk', needsPerson: true,
    summary: { zh: '标记已读', en: 'Mark messages as read' },
    headers: ['idempotency-key'], body: readBody, bodyExample: { ids: ['m1'] },
    answers: { 200: { description: 'Marked; those that are not mine are left alone', schema: readAnswer } },
  }),
  readMe: endpoint({
    operation: 'readMe', method: 'GET', path: `${V1}/me`, tag: 'desk', needsPerson: true,
    summary: { zh: '我的身份与职务', en: 'Who I am and which offices I hold' },
    answers: { 200: { description: 'Me', schema: meBody } },
  }),
  listUnits: endpoint({
    operation: 'listUnits', method: 'GET', path: `${V1}/units`, tag: 'desk',
    summary: { zh: '单位与地点', en: 'Units and places' },
    query: unitQuery,
    answers: { 200: { description: 'Units', schema: unitList } },
    errors: ['resource.unknown'],
  }),
  watch: endpoint({
    operation: 'watch', method: 'GET', path: `${V1}/stream`, tag: 'desk',
    summary: { zh: '实时更新', en: 'Live updates as server-sent events' },
    description: [
      'Event `case` says that a case the caller may see has a new version; its id is `<case>:<version>`. A client that comes back',
      'with Last-Event-ID gets what it missed (some of it twice: compare versions), or event `reload` when that is too long ago.',
    ].join(' '),
    headers: ['last-event-id'], query: streamQuery,
    answers: { 200: { description: 'Data of event `case`', media: 'text/event-stream', schema: changeBody } },
    errors: [],
  }),
  listIncidents: endpoint({
    operation: 'listIncidents', method: 'GET', path: `${V1}/incidents`, tag: 'operation', needsPerson: true,
    summary: { zh: '异常列表(管理员)', en: 'List incidents (operators)' },
    query: incidentQuery,
    answers: { 200: { description: 'A page', schema: incidentPage } },
    errors: ['access.denied', 'cursor.malformed'],
  }),
  retryIncident: endpoint({
    operation: 'retryIncident', method: 'POST', path: `${V1}/incidents/:id/retry`, tag: 'operation', needsPerson: true,
    summary: { zh: '重试', en: 'Try again' },
    params: incidentParams, headers: ['idempotency-key'],
    answers: { 200: { description: 'It will be tried again', schema: decided } },
    errors: ['access.denied', 'incident.unknown'],
  }),
  skipIncident: endpoint({
    operation: 'skipIncident', method: 'POST', path: `${V1}/incidents/:id/skip`, tag: 'operation', needsPerson: true,
    summary: { zh: '跳过', en: 'Skip it' },
    params: incidentParams, headers: ['idempotency-key'],
    answers: { 200: { description: 'It will not be tried again', schema: decided } },
    errors: ['access.denied', 'incident.unknown'],
  }),
  resolveIncident: endpoint({
    operation: 'resolveIncident', method: 'POST', path: `${V1}/incidents/:id/resolve`, tag: 'operation', needsPerson: true,
    summary: { zh: '线下已处理', en: 'Resolved outside the system' },
    params: incidentParams, headers: ['idempotency-key'], body: resolveBody, bodyExample: { note: '已电话通知。' },
    answers: { 200: { description: 'Closed with a note', schema: decided } },
    errors: ['access.denied', 'incident.unknown'],
  }),
  readDocument: endpoint({
    operation: 'readDocument', method: 'GET', path: '/api/openapi.json', tag: 'operation',
    summary: { zh: '接口说明', en: 'This document' },
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.record(z.string(), z.json()) } },
  }),
  isAlive: endpoint({
    operation: 'isAlive', method: 'GET', path: '/health/live', tag: 'operation',
    summary: { zh: '进程存活', en: 'The process runs' },
    answers: { 200: { description: 'It runs', schema: healthBody, example: { status: 'ok' } } },
  }),
  isReady: endpoint({
    operation: 'isReady', method: 'GET', path: '/health/ready', tag: 'operation',
    summary: { zh: '可以服务', en: 'It can serve: database, queue and migrations are fine' },
    answers: {
      200: { description: 'Ready', schema: healthBody, example: examples.health },
      503: { description: 'Not ready, with the reason', schema: healthBody },
    },
  }),
  readMetrics: endpoint({
    operation: 'readMetrics', method: 'GET', path: '/metrics', tag: 'operation',
    summary: { zh: '指标', en: 'Metrics for Prometheus' },
    answers: { 200: { description: 'Prometheus text format', media: 'text/plain' } },
  }),
} as const;
