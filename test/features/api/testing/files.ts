import { randomUUID } from 'node:crypto';

import { demoPersonId } from '#apps/demo';

import type { Api, Request } from './api.js';

const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

/** Uploads a small document, as somebody does before they name it in an act; answers its id. */
export async function uploaded(api: Api, { as, person }: Pick<Request, 'as' | 'person'>): Promise<string> {
  const boundary = `b${randomUUID()}`;
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="paper.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
  const cookie = await api.signedIn.person(as === undefined ? (person ?? '') : demoPersonId(as));
  const reply = await api.post('/api/v1/files', {
    raw: Buffer.from(`${head}${PDF}\r\n--${boundary}--\r\n`),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, cookie },
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body.id;
}
