import { ApiProblem, problemFrom } from '../../api/problem.js';
import type { Schema } from '../../api/client.js';
import { preferences } from '../../app/preferences.js';

/** Largest table the service takes, in bytes. */
export const MOST_TABLE_BYTES = 30 * 1024 * 1024;

interface Upload {
  kind: string;
  unit: string;
  asOf: string;
  key: string;
  onProgress: (share: number) => void;
}

/** Uploads a table and tells how far it is (0 to 1). Nothing is written to the registry by it. */
export function uploadTable(file: File, { kind, unit, asOf, key, onProgress }: Upload): Promise<Schema<'Import'>> {
  if (file.size > MOST_TABLE_BYTES)
    return Promise.reject(new ApiProblem({ status: 413, code: 'file.too_large', title: '', detail: '', issues: [] }));
  return new Promise((resolve, reject) => {
    // fetch does not tell how much has been sent
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ unit, name: file.name, ...(asOf === '' ? {} : { asOf }) });
    request.open('POST', `/api/v1/imports/${kind}/files?${query.toString()}`);
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('accept-language', preferences().language === 'zh' ? 'zh-CN' : 'en');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status < 300) resolve(body as Schema<'Import'>);
      else reject(problemFrom(request.status, body));
    };
    request.onerror = () => reject(new ApiProblem({ status: 0, code: 'network', title: '', detail: '', issues: [] }));
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
