import { preferences } from '../app/preferences.js';
import type { Once } from './command.js';
import { ApiProblem, problemFrom } from './problem.js';

interface FileSending {
  /** Where it goes, under `/api/v1/`. */
  path: string;
  /** What the file is called. */
  name: string;
  /** Makes it count once, however often it is sent. */
  key: Once['idempotency-key'];
  /** How much has been sent, 0 to 1. */
  onProgress: (share: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends one file and tells how far it is; answers what the service answers.
 * @throws ApiProblem a refusal of the service, or that it was not reached; `AbortError` when it was stopped.
 */
export function sendFile<Answer>(file: Blob, { path, name, key, onProgress, signal }: FileSending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much has been sent
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/${path}`);
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('accept-language', preferences().language === 'zh' ? 'zh-CN' : 'en');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status < 300) resolve(body as Answer);
      else reject(problemFrom(request.status, body));
    };
    request.onerror = () => reject(new ApiProblem({ status: 0, code: 'network', title: '', detail: '', issues: [] }));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', file, name);
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
