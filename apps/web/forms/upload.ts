import { ApiProblem, problemFrom } from '../api/problem.js';
import type { Schema } from '../api/client.js';
import { preferences } from '../app/preferences.js';

export type StoredFile = Schema<'File'>;

/** Largest file the service takes, in bytes. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** Longer side of a photo as it is sent, in pixels: what the service keeps. */
const LONGEST_SIDE = 2560;
const PICTURES = /^image\/(?:jpeg|png|webp|avif|heic|heif)$/;

/**
 * Uploads one file and tells how far it is (0 to 1). Photos are drawn anew on this device first: smaller, upright, and without the
 * place, time and device that a camera writes into them. `key` makes it count once.
 */
export async function upload(
  file: File,
  { key, onProgress, signal }: { key: string; onProgress: (share: number) => void; signal: AbortSignal },
): Promise<StoredFile> {
  const sent = PICTURES.test(file.type) ? await redrawn(file) : file;
  if (sent.size > MOST_BYTES)
    throw new ApiProblem({ status: 413, code: 'payload.too_large', title: '', detail: '', issues: [] });
  return new Promise((resolve, reject) => {
    // fetch does not tell how much has been sent
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/files');
    request.setRequestHeader('idempotency-key', key);
    request.setRequestHeader('accept-language', preferences().language === 'zh' ? 'zh-CN' : 'en');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status < 300) resolve(body as StoredFile);
      else reject(problemFrom(request.status, body));
    };
    request.onerror = () => reject(new ApiProblem({ status: 0, code: 'network', title: '', detail: '', issues: [] }));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('file', sent, file.name);
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

/** The photo in the size it is kept; a browser that cannot draw it sends it as it is, and the service draws it. */
async function redrawn(file: File): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86));
    return drawn === null || (scale === 1 && file.type === 'image/png' && drawn.size > file.size) ? file : drawn;
  } catch {
    return file;
  }
}
