/**
 * Writes apps/web/api/schema.generated.ts, the types of every endpoint, from docs/openapi.json. Part of `npm run generate`.
 * What acts take is left open: their forms come with the case at run time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const target = new URL('../api/schema.generated.ts', import.meta.url);
const document = JSON.parse(readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'));

for (const path of ['/api/v1/cases', '/api/v1/cases/{id}/acts']) {
  const content = document.paths[path].post.requestBody.content['application/json'];
  content.schema = content.schema.allOf[0];
}
const { schemas } = document.components;
for (const name of Object.keys(schemas)) {
  if (name.includes('.')) delete schemas[name];
  // any JSON at all: TypeScript has no finite type for it
  if (name.startsWith('__schema')) schemas[name] = {};
}
// the client adds these to every request
const added = ['idempotency-key', 'accept-language'];
const { parameters: named } = document.components;
for (const parameter of [...Object.values(named), ...everyParameter(document)])
  if (parameter.in === 'header' && added.includes(parameter.name.toLowerCase())) parameter.required = false;
for (const operations of Object.values(document.paths))
  for (const { responses } of Object.values(operations))
    for (const [status, answer] of Object.entries(responses))
      if (Number(status) >= 400) delete responses[status];
      else for (const body of Object.values(answer.content ?? {})) delete body.example;

const types = astToString(await openapi(document, { alphabetize: false }));
const head = '/** Made by `npm run generate` from docs/openapi.json: never written by hand. */\n\n';
writeFileSync(target, head + types);

function everyParameter({ paths }) {
  return Object.values(paths).flatMap((operations) =>
    Object.values(operations).flatMap(({ parameters = [] }) => parameters.filter(({ $ref }) => $ref === undefined)),
  );
}
