import { beforeAll, describe, expect, test } from '@jest/globals';

import { registerWorkflows } from '#apps/platform';
import { ERRORS } from '#libs/contract';

import { AREA_NAMES } from '../api/areas.js';
import { endpoints } from '../api/endpoints.js';
import { documentOf, openApiDocument } from './openapi.document.js';

interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters: ({ name: string; in: string; required?: boolean; schema: object } | { $ref: string })[];
  requestBody?: { content: Record<string, { schema: object; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object; examples?: object }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; parameters: object };
}

let document: Document;
let operations: { path: string; method: string; operation: Operation }[];

beforeAll(() => {
  const workflows = [...registerWorkflows().values()];
  document = openApiDocument({
    version: '1.0.0',
    endpoints: Object.values(endpoints),
    workflows,
  }) as unknown as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
});

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part] : references(part),
  );
}

/** References that lead nowhere. */
function dangling(whole: Document): string[] {
  return references(whole).filter((ref) => {
    const found = ref
      .replace('#/', '')
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], whole);
    return found === undefined;
  });
}

describe('the API document', () => {
  test('is OpenAPI 3.1 with every endpoint under a name of its own', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(operations).toHaveLength(Object.keys(endpoints).length);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  test('has no reference that leads nowhere', () => {
    expect(dangling(document)).toEqual([]);
  });

  test('says of each area all there is, and of all areas together everything', () => {
    const parts = AREA_NAMES.map((area) => documentOf(document as never, area) as unknown as Document);
    expect(parts.map(dangling)).toEqual(parts.map(() => []));
    const shown = parts.flatMap(({ paths }) => Object.values(paths).flatMap((methods) => Object.values(methods)));
    const ids = shown.map(({ operationId }) => operationId);
    expect(ids.sort()).toEqual(operations.map(({ operation }) => operation.operationId).sort());
  });

  test('names every path parameter', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = operation.parameters.flatMap((one) => ('in' in one && one.in === 'path' ? [one.name] : []));
      expect(declared).toEqual(named);
    }
  });

  /** Nothing of an account is remembered; a file is known by its content, a partner's case by its number and nonce. */
  const isUnremembered = ({ operationId, tags }: { operationId: string; tags: string[] }): boolean =>
    tags.includes('accounts') || ['uploadImport', 'startPartnerCase'].includes(operationId);

  test('asks for an idempotency key with every POST that is remembered, and shows an example of every body', () => {
    for (const { operation } of operations.filter((one) => one.method === 'post')) {
      for (const { example } of Object.values(operation.requestBody?.content ?? {})) expect(example).toBeDefined();
      if (isUnremembered(operation)) continue;
      expect(operation.parameters).toContainEqual(
        expect.objectContaining({ name: 'idempotency-key', in: 'header', required: true }),
      );
    }
  });

  test('describes every refusal as a problem with an example, in both languages', () => {
    for (const { operation } of operations) {
      const refusals = Object.entries(operation.responses).filter(
        ([, { content }]) => content?.['application/problem+json'] !== undefined,
      );
      expect(refusals.length).toBeGreaterThan(0);
      for (const [status, { content }] of refusals)
        for (const [code, example] of Object.entries(content?.['application/problem+json']?.examples ?? {})) {
          expect(String(ERRORS[code as keyof typeof ERRORS].status)).toBe(status);
          expect(example).toMatchObject({ value: { code } });
        }
      expect(operation.summary).toMatch(/[\u4e00-\u9fff].* · [A-Za-z]/);
    }
  });

  test('gives every act of every workflow its input', () => {
    for (const { workflow } of registerWorkflows().values())
      for (const act of Object.keys(workflow.acts))
        expect(document.components.schemas).toHaveProperty([`${workflow.name}.${act}`]);
  });
});
