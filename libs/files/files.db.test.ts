import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import sharp from 'sharp';

import { FakeClock, testDatabase, testVault } from '#libs/testing';

import { filesEntities } from './files.entity.js';
import { FileRefused } from './files.refused.js';
import { Files } from './files.service.js';
import type { NewFile } from './files.types.js';
import { FilesUpkeep } from './files.upkeep.js';

const held = testDatabase(filesEntities, { tables: 'of the entities' });
let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minyi-files-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function files(...keys: string[]) {
  const clock = new FakeClock('2026-03-02T09:00:00+08:00');
  const service = new Files({ database: held.database, vault: testVault(...keys), directory, now: () => clock.now() });
  return { clock, files: service, upkeep: new FilesUpkeep(service) };
}

const PLACE = {
  IFD0: { Make: 'Camera', DateTime: '2026:03:01 08:00:00' },
  IFD3: { GPSLatitude: '39/1 46/1 0/1', GPSLatitudeRef: 'N' },
};
const photo = (width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background: '#cc3311' } })
    .withExif(PLACE)
    .jpeg()
    .toBuffer();
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const upload = (bytes: Buffer, more: Partial<NewFile> = {}): NewFile => ({
  bytes,
  name: 'photo.jpg',
  uploader: 'wang',
  ...more,
});
const ofCase = { attach: { to: 'case' as const, subject: 'case-1' } };

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'taken';
  } catch (error) {
    if (error instanceof FileRefused) return error.refusal.code;
    throw error;
  }
}

async function bytesOf(service: Files, id: string): Promise<Buffer> {
  return (await service.open(id))?.bytes ?? Buffer.alloc(0);
}

describe('what is taken in', () => {
  test.each([
    ['a PDF named .jpg', PDF, 'photo.jpg', 'file.name_deceives'],
    [
      'a web page named .jpg',
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      'photo.jpg',
      'file.type_refused',
    ],
    [
      'a drawing with scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'a.svg',
      'file.type_refused',
    ],
    ['a program named .pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'form.pdf', 'file.type_refused'],
    ['an archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)]), 'a.zip', 'file.type_refused'],
    ['nothing', Buffer.alloc(0), 'a.jpg', 'file.type_refused'],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1), 'a.jpg', 'payload.too_large'],
    ['a PDF', PDF, 'form.pdf', 'taken'],
    ['a PDF with no ending', PDF, 'form', 'taken'],
  ])('%s: %#', async (...[, bytes, name, outcome]) => {
    expect(await codeOf(files().files.upload(upload(bytes, { name })))).toBe(outcome);
  });

  test('a photo that breaks off is refused', async () => {
    const whole = await photo(640, 480);
    expect(await codeOf(files().files.upload(upload(whole.subarray(0, whole.length - 400))))).toBe('file.broken');
  });

  test('a few bytes that claim to be 400 million pixels are not opened', async () => {
    const bomb = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    // width and height stand in the header, followed by its checksum
    bomb.writeUInt32BE(20_000, 16);
    bomb.writeUInt32BE(20_000, 20);
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
    expect(await codeOf(files().files.upload(upload(bomb, { name: 'a.png' })))).toBe('file.picture_too_big');
  });

  test('nothing is left of what was refused', async () => {
    await codeOf(files().files.upload(upload(PDF)));
    expect(await readdir(directory)).toEqual([]);
    expect(await held.database.query(`select 1 from files`)).toEqual([]);
  });
});

describe('a photo', () => {
  test('loses place, time and device, stands upright and is not larger than it needs to be', async () => {
    const { files: service } = files();
    const sideways = await sharp(await photo(4000, 1000))
      .withExif(PLACE)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const row = await service.upload(upload(sideways));
    const { exif, width, height, orientation } = await sharp(await bytesOf(service, row.id)).metadata();
    expect([exif, orientation, width, height]).toEqual([undefined, undefined, 640, 2560]);
    expect([row.width, row.height]).toEqual([640, 2560]);
  });

  test('keeps its place when the uploader wants that, but not in the thumbnail or the published copy', async () => {
    const { files: service } = files();
    const { id } = await service.upload(upload(await photo(), { keepsPlace: true, ...ofCase }));
    const copy = await service.publish(id, { masks: [], reviewer: 'li' });
    const exifOf = async (bytes: Buffer | undefined) =>
      (await sharp(bytes).metadata()).exif?.includes('Camera') ?? false;
    expect(await exifOf((await service.open(id))?.bytes)).toBe(true);
    expect(await exifOf((await service.open(id, 'thumbnail'))?.bytes)).toBe(false);
    expect(await exifOf((await service.open(copy.id))?.bytes)).toBe(false);
  });

  test('hidden behind a picture, a web page is gone', async () => {
    const { files: service } = files();
    const { id } = await service.upload(
      upload(Buffer.concat([await photo(), Buffer.from('<script>alert(1)</script>')])),
    );
    expect((await bytesOf(service, id)).includes('<script>')).toBe(false);
  });
});

describe('where files lie', () => {
  test('under a random name, whatever name was given, and sealed', async () => {
    const { files: service } = files();
    const { id } = await service.upload(upload(PDF, { name: '../../../../tmp/evil\u202e.pdf' }));
    const [shelf = ''] = await readdir(directory);
    expect(await readdir(join(directory, shelf))).toEqual([id]);
    expect((await readFile(join(directory, shelf, id))).includes('%PDF')).toBe(false);
    expect(await service.open(id)).toMatchObject({ bytes: PDF, mediaType: 'application/pdf', name: 'evil.pdf' });
  });

  test.each(['../../etc/passwd', '..%2f..', '/etc/passwd', 'a'.repeat(36), '', '00000000-0000-4000-8000-000000000000'])(
    'the id "%s" opens nothing',
    async (id) => {
      expect(await files().files.open(id)).toBeNull();
    },
  );

  test('altered bytes, or those of another file in their place, are not given out', async () => {
    const { files: service } = files();
    const one = await service.upload(upload(PDF, { name: 'a.pdf' }));
    const two = await service.upload(upload(Buffer.concat([PDF, PDF]), { name: 'b.pdf' }));
    const path = ({ id }: { id: string }) => join(directory, id.slice(0, 2), id);
    await writeFile(path(one), await readFile(path(two)));
    await expect(service.open(one.id)).rejects.toThrow('missing or was altered');
    expect((await service.open(two.id))?.bytes).toHaveLength(PDF.length * 2);
  });
});

describe('publishing a photo', () => {
  async function portrait() {
    const world = files();
    const face = { create: { width: 30, height: 20, channels: 3 as const, background: '#ffe0bd' } };
    const picture = await sharp({ create: { width: 160, height: 120, channels: 3, background: '#3366cc' } })
      .composite([{ input: face, left: 40, top: 32 }])
      .png()
      .toBuffer();
    const { id } = await world.files.upload(upload(picture, { name: 'a.png', ...ofCase }));
    return { ...world, id };
  }
  const FACE = { left: 40, top: 32, width: 30, height: 20 };

  test('removes the masked pixels from copy and thumbnail; the original keeps them', async () => {
    const { files: service, id } = await portrait();
    const copy = await service.publish(id, { masks: [FACE], reviewer: 'li' });
    const brightest = async (
      bytes: Buffer | undefined,
      at: { left: number; top: number; width: number; height: number },
    ) => Math.max(...(await sharp(bytes).extract(at).raw().toBuffer()));
    expect(await brightest((await service.open(copy.id))?.bytes, FACE)).toBeLessThan(60);
    expect(
      await brightest((await service.open(copy.id, 'thumbnail'))?.bytes, { left: 44, top: 36, width: 20, height: 12 }),
    ).toBeLessThan(60);
    expect(await brightest((await service.open(id))?.bytes, FACE)).toBeGreaterThan(220);
    expect(copy).toMatchObject({ original: id, mediaType: 'image/jpeg', withdrawnAt: null });
  });

  test('takes rectangles that reach beyond the picture', async () => {
    const { files: service, id } = await portrait();
    const copy = await service.publish(id, {
      masks: [{ left: -20, top: -20, width: 999, height: 999 }],
      reviewer: 'li',
    });
    expect((await sharp((await service.open(copy.id))?.bytes).stats()).channels.every(({ max }) => max < 10)).toBe(
      true,
    );
  });

  test('is not done by the one who uploaded it, nor for what is no photo of a case', async () => {
    const { files: service, id } = await portrait();
    expect(await codeOf(service.publish(id, { masks: [], reviewer: 'wang' }))).toBe('privacy.two_people');
    const loose = await service.upload(upload(await photo()));
    const paper = await service.upload(upload(PDF, { name: 'a.pdf', ...ofCase }));
    for (const other of [loose.id, paper.id, 'no-such-file'])
      expect(await codeOf(service.publish(other, { masks: [], reviewer: 'li' }))).toBe('file.not_publishable');
  });

  test('again replaces the copy; a photo kept private or with its consent withdrawn has none', async () => {
    const { files: service, id } = await portrait();
    const first = await service.publish(id, { masks: [], reviewer: 'li' });
    const second = await service.publish(id, { masks: [FACE], reviewer: 'li' });
    const shown = async () =>
      (await service.of({ to: 'case', subject: 'case-1' })).filter(
        (row) => row.publishedAt !== null && row.withdrawnAt === null,
      );
    expect((await shown()).map((row) => row.id)).toEqual([second.id]);
    expect(first.id).not.toBe(second.id);
    await held.database.transaction((tx) => service.withdrawAllOf(tx, 'wang'));
    expect(await shown()).toEqual([]);
    await service.publish(id, { masks: [], reviewer: 'li' });
    await service.keepPrivate(id, 'li');
    expect(await shown()).toEqual([]);
  });

  test('waits for a review, and each step stands in the journal', async () => {
    const { files: service, id } = await portrait();
    expect((await service.unreviewed(10)).map((row) => row.id)).toEqual([id]);
    await service.publish(id, { masks: [FACE], reviewer: 'li' });
    expect(await service.unreviewed(10)).toEqual([]);
    const steps = await held.database.query<{ by: string; what: string }>(
      `select by, what from file_journal where file = $1 order by at, what`,
      [id],
    );
    expect(steps).toEqual([
      { by: 'li', what: 'published' },
      { by: 'wang', what: 'uploaded' },
    ]);
  });
});

describe('erasing', () => {
  test('destroys key and bytes of the original and its copies, and only those of that person', async () => {
    const { files: service, upkeep } = files();
    const mine = await service.upload(upload(await photo(), ofCase));
    const copy = await service.publish(mine.id, { masks: [], reviewer: 'li' });
    const forMe = await service.upload(upload(PDF, { name: 'a.pdf', uploader: 'li', onBehalfOf: 'wang' }));
    const byMe = await service.upload(upload(PDF, { name: 'a.pdf', onBehalfOf: 'zhao' }));
    expect(await upkeep.eraseOf('wang')).toBe(3);
    expect(await upkeep.eraseOf('wang')).toBe(0);
    for (const { id } of [mine, copy, forMe]) expect(await service.open(id)).toBeNull();
    expect((await service.open(byMe.id))?.bytes).toEqual(PDF);
    const rest = await held.database.query<{ n: number }>(
      `select count(*) as n from files where key is not null or name is not null`,
    );
    expect(rest[0]?.n).toBe(1);
    expect((await readdir(directory, { recursive: true })).filter((name) => name.includes('-'))).toHaveLength(1);
  });
});

describe('sweeping', () => {
  test('gives up what belongs to nothing after a day, and bytes that no row knows', async () => {
    const { files: service, upkeep, clock } = files();
    const orphan = await service.upload(upload(PDF, { name: 'a.pdf' }));
    const kept = await service.upload(upload(PDF, { name: 'a.pdf', ...ofCase }));
    const stray = '00000000-0000-4000-8000-00000000abcd';
    await service.store.write(stray, 'file', { bytes: PDF, key: Buffer.alloc(32) });
    const old = new Date('2020-01-01T00:00:00Z');
    await utimes(join(directory, '00', stray), old, old);
    expect(await upkeep.sweep({ dryRun: true })).toEqual({ orphans: 0, strays: 1 });
    clock.advance({ days: 1, seconds: 1 });
    expect(await upkeep.sweep()).toEqual({ orphans: 1, strays: 1 });
    expect([await service.open(orphan.id), (await service.open(kept.id))?.bytes.length]).toEqual([null, PDF.length]);
    expect(await upkeep.sweep()).toEqual({ orphans: 0, strays: 0 });
  });
});

describe('a new data key', () => {
  test('seals the keys of the files again and leaves the files alone; then the old one can be dropped', async () => {
    const { id } = await files('old').files.upload(upload(PDF, { name: 'a.pdf', ...ofCase }));
    const before = await readFile(join(directory, id.slice(0, 2), id));
    const both = files('new', 'old');
    expect(await both.upkeep.reseal()).toEqual({ resealed: 1 });
    expect(await both.upkeep.reseal()).toEqual({ resealed: 0 });
    expect((await files('new').files.open(id))?.bytes).toEqual(PDF);
    expect(await readFile(join(directory, id.slice(0, 2), id))).toEqual(before);
  });
});
