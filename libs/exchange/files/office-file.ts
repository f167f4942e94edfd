import { open } from 'node:fs/promises';

import { openCsv } from './csv.reader.js';
import { formatOf } from './encoding.rules.js';
import { FileRefused } from './file.error.js';
import type { OfficeFile } from './table.types.js';
import { openXlsx } from './xlsx.reader.js';

const HEAD = 4096;

/**
 * Opens a file by what it is, whatever it is called.
 * @throws FileRefused when it is no table or cannot be read.
 */
export async function openOfficeFile(path: string): Promise<OfficeFile> {
  const head = await headOf(path);
  if (head.length === 0) throw new FileRefused('file.empty');
  const format = formatOf(head);
  if (format === 'old excel') throw new FileRefused('file.old_excel');
  if (format === 'binary') throw new FileRefused('file.not_a_table');
  return format === 'zip' ? openXlsx(path) : openCsv(path);
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
