import type { Schema } from '../api/client.js';
import { ApiProblem } from '../api/problem.js';
import { sendFile } from '../api/send-file.js';
import { MOST_BYTES, isHeic, isPicture } from './upload.rules.js';

export type StoredFile = Schema<'File'>;

/** Longer side of a photo as it is sent, in pixels: what the service keeps. */
const LONGEST_SIDE = 2560;
const QUALITY = 0.86;

interface Upload {
  /** Makes it count once. */
  key: string;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/**
 * Uploads one file and tells how far it is (0 to 1). Photos are drawn anew on this device first: smaller, upright, and without the
 * place, time and device that a camera writes into them.
 * @throws ApiProblem what is wrong with the file, found here before anything is sent, or said by the service.
 */
export async function upload(file: File, { key, onProgress, signal }: Upload): Promise<StoredFile> {
  if (file.size === 0) throw refusal('file.empty', 422);
  const drawn = isPicture(file) ? await redrawn(file) : null;
  if (signal.aborted) throw new DOMException('aborted', 'AbortError');
  if (drawn === null && isHeic(file)) throw refusal('file.heic', 415);
  const sent = drawn ?? file;
  if (sent.size > MOST_BYTES) throw refusal('payload.too_large', 413);
  return sendFile<StoredFile>(sent, { path: 'files', name: file.name, key, onProgress, signal });
}

function refusal(code: string, status: number): ApiProblem {
  return new ApiProblem({ status, code, title: '', detail: '', issues: [] });
}

/** The photo in the size it is kept; `null`: this browser cannot draw it, and the service says what it is. */
async function redrawn(file: File): Promise<Blob | null> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return drawn === null || (scale === 1 && file.type === 'image/png' && drawn.size > file.size) ? file : drawn;
  } catch {
    return null;
  }
}
