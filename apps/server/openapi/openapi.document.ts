import { ERRORS, problem, type ErrorCode } from '#libs/contract';
import { formOf, type Registered } from '#libs/engine';

import { AREAS, type Area } from '../api/areas.js';
import { takesBody, type AnswerSpec, type Endpoint, type ReadHeader } from '../api/endpoint.js';
import { SchemaBook, type JsonSchema } from './json-schema.js';

/** What the document says about the installation. */
export interface DocumentOptions {
  version: string;
  endpoints: readonly Endpoint[];
  workflows: readonly Registered[];
}

/** Codes any endpoint may answer with. */
const EVERYWHERE: readonly ErrorCode[] = ['request.malformed', 'internal.error', 'service.unavailable'];
const WITH_BODY: readonly ErrorCode[] = [
  'input.invalid',
  'payload.too_large',
  'payload.unsupported_type',
  'idempotency.key_missing',
];

const HEADERS: Record<ReadHeader, { required: boolean; description: string; example: string }> = {
  'idempotency-key': {
    required: true,
    description:
      'Names the request once and for all: sent again with the same body it answers as before. Kept 30 days.',
    example: '0199c2f4-7d1e-7c3a-9f0a-5f1f4c2f8e11',
  },
  'if-match': {
    required: false,
    description: 'ETag of the case as the caller saw it; another version is refused with 412.',
    example: '"7"',
  },
  'if-none-match': {
    required: false,
    description: 'Answered with 304 when the case still has this ETag.',
    example: '"7"',
  },
  'last-event-id': {
    required: false,
    description: 'Id of the last event received, `<case>:<version>`.',
    example: 'c1:7',
  },
};

/** The OpenAPI 3.1 document, made from the endpoints and the workflows that run: nothing is described a second time. */
export function openApiDocument({ version, endpoints, workflows }: DocumentOptions): JsonSchema {
  const book = new SchemaBook();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, book, workflows) };
  }
  book.take(book.describe(problem, 'output'), 'Problem');
  return {
    openapi: '3.1.1',
    info: {
      title: '民议 Minyi',
      version,
      summary: '社区说议办评流程接口 · Procedures of neighbourhood governance as an API',
      description: INTRODUCTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: '本机 · this installation' }],
    tags: Object.entries(AREAS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: book.components(),
      parameters: PARAMETERS,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'minyi',
          description: '登录后的会话 · the session of somebody who has signed in (`__Host-minyi` over https)',
        },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: '接口令牌，限定用途与期限 · an API token, good for what it was made for until it expires',
        },
      },
    },
    security: [{}, { session: [] }, { token: [] }],
  };
}

const INTRODUCTION = [
  '一个事项(case)是一个流程(workflow)的一次运行；人只能对它做“动作”(act)。能做什么由流程图决定，接口随之给出。',
  '',
  'A case is one run of a workflow; people do acts on it. What is possible now, for whom, with which input, is derived from the',
  'chart and answered as `abilities`. Errors are `application/problem+json` (RFC 9457) with a stable `code`, in Chinese or in',
  'English by `Accept-Language`. Every POST needs an `Idempotency-Key`, except those about accounts, of which nothing is remembered,',
  'uploads and signed requests. Cases the caller may not see do not exist for them (404).',
].join('\n');

/** What the document says of one area, with the schemas that takes. */
export function documentOf(document: JsonSchema, area: Area): JsonSchema {
  const { tags, paths, components } = document as unknown as Drawn;
  const chosen = Object.entries(paths).flatMap(([path, methods]) => {
    const operations = Object.entries(methods).filter(([, operation]) => operation.tags.includes(area));
    return operations.length === 0 ? [] : [[path, Object.fromEntries(operations)] as const];
  });
  const schemas: Record<string, unknown> = {};
  const take = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const name = key === '$ref' ? String(part).split('#/components/schemas/')[1] : undefined;
      if (name === undefined) take(part);
      else if (!Object.hasOwn(schemas, name)) {
        schemas[name] = components.schemas[name];
        take(schemas[name]);
      }
    }
  };
  take(chosen);
  return {
    ...document,
    tags: tags.filter(({ name }) => name === area),
    paths: Object.fromEntries(chosen),
    components: { ...components, schemas },
  };
}

interface Drawn {
  tags: { name: string }[];
  paths: Record<string, Record<string, { tags: string[] }>>;
  components: { schemas: Record<string, unknown> };
}

const PARAMETERS = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'Language of titles and details of errors; Chinese unless English is preferred.',
    schema: { type: 'string', example: 'zh-CN' },
  },
};

function operationOf(endpoint: Endpoint, book: SchemaBook, workflows: readonly Registered[]): JsonSchema {
  const { operation, tag, summary, description, admits } = endpoint;
  return {
    operationId: operation,
    tags: [tag],
    summary: `${summary.zh} · ${summary.en}`,
    ...(description === undefined ? {} : { description }),
    parameters: [
      ...fieldsOf(book.describe(endpoint.params, 'input'), 'path'),
      ...fieldsOf(book.describe(endpoint.query, 'input'), 'query'),
      ...endpoint.headers.map(headerParameter),
      { $ref: '#/components/parameters/AcceptLanguage' },
    ],
    ...(takesBody(endpoint) ? { requestBody: bodyOf(endpoint, book, workflows) } : {}),
    ...(admits === 'anyone' ? {} : { security: [{ session: [] }, { token: [] }] }),
    responses: { ...answersOf(endpoint.answers, book), ...refusalsOf(endpoint) },
  };
}

interface ObjectSchema {
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

function fieldsOf(schema: JsonSchema, place: 'path' | 'query'): JsonSchema[] {
  const { properties = {}, required = [] } = schema as ObjectSchema;
  return Object.entries(properties).map(([name, { description, ...own }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: own,
  }));
}

function headerParameter(name: ReadHeader): JsonSchema {
  const { required, description, example } = HEADERS[name];
  return { name, in: 'header', required, description, schema: { type: 'string', example } };
}

function bodyOf(endpoint: Endpoint, book: SchemaBook, workflows: readonly Registered[]): JsonSchema {
  const schema = book.describe(endpoint.body, 'input');
  const variants = INPUT_VARIANTS[endpoint.operation]?.(book, workflows) ?? [];
  return {
    required: true,
    content: {
      'application/json': {
        schema: variants.length === 0 ? schema : { allOf: [schema, { anyOf: variants }] },
        ...(endpoint.bodyExample === undefined ? {} : { example: endpoint.bodyExample }),
      },
    },
  };
}

/** The inputs the running workflows take, so that a generated client is typed. */
const INPUT_VARIANTS: Record<string, (book: SchemaBook, workflows: readonly Registered[]) => JsonSchema[]> = {
  startCase: (book, workflows) =>
    workflows
      .filter(({ workflow }) => workflow.startedBy.length > 0)
      .map(({ workflow }) => ({
        title: workflow.name,
        description: `${workflow.texts.label.zh} · ${workflow.texts.label.en}`,
        properties: {
          workflow: { const: workflow.name },
          input: book.take(formOf(workflow, { part: 'start' }), `${workflow.name}.start`),
        },
      })),
  actOnCase: (book, workflows) =>
    workflows.flatMap(({ workflow }) =>
      Object.entries(workflow.acts).map(([act, { label, help }]) => ({
        title: `${workflow.name} · ${act}`,
        description: `${label.zh} · ${label.en}. ${help.zh} ${help.en}`,
        properties: {
          act: { const: act },
          input: book.take(formOf(workflow, { part: 'act', act }), `${workflow.name}.${act}`),
        },
      })),
    ),
};

function answersOf(answers: Record<number, AnswerSpec>, book: SchemaBook): JsonSchema {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      {
        description: answer.description,
        ...(answer.headers === undefined ? {} : { headers: headersOf(answer.headers) }),
        ...contentOf(answer, book),
      },
    ]),
  );
}

function headersOf(headers: Record<string, string>): JsonSchema {
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );
}

function contentOf({ schema, media, example }: AnswerSpec, book: SchemaBook): JsonSchema {
  if (schema === undefined && media === undefined) return {};
  const described = schema === undefined ? { type: 'string' } : book.describe(schema, 'output');
  return {
    content: { [media ?? 'application/json']: { schema: described, ...(example === undefined ? {} : { example }) } },
  };
}

function refusalsOf(endpoint: Endpoint): JsonSchema {
  const codes = new Set<ErrorCode>([
    ...EVERYWHERE,
    ...(takesBody(endpoint) ? WITH_BODY : []),
    ...refusalsAtTheGate(endpoint),
    ...endpoint.errors,
  ]);
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status);
  return Object.fromEntries([...byStatus].map(([status, group]) => [String(status), refusal(group)]));
}

function refusalsAtTheGate({ admits }: Endpoint): ErrorCode[] {
  if (admits === 'anyone') return [];
  const signedIn: ErrorCode[] = ['access.unauthenticated', 'access.second_factor_due', 'access.scope_missing'];
  if (admits === 'signedIn') return signedIn;
  return [...signedIn, 'access.denied', ...(admits.over === undefined ? [] : (['resource.unknown'] as const))];
}

function refusal(codes: ErrorCode[]): JsonSchema {
  return {
    description: codes.map((code) => `\`${code}\` ${ERRORS[code].title.zh} · ${ERRORS[code].title.en}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
      },
    },
  };
}

function exampleOf(code: ErrorCode): JsonSchema {
  const { status, title, todo } = ERRORS[code];
  return { type: `urn:minyi:problem:${code}`, title: title.zh, status, detail: todo.zh, code };
}
