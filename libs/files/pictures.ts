import sharp, { type Sharp } from 'sharp';

import { FileRefused } from './files.refused.js';
import type { MaskRectangle } from './files.vocabulary.js';

/** Longer side of a stored picture and of its thumbnail, in pixels. */
export const LONGEST_SIDE = 2560;
export const THUMBNAIL_SIDE = 320;

/** More pixels are not opened at all: a few kilobytes can claim to be billions of them. */
const MOST_PIXELS = 64_000_000;
const LONGEST_WORK_SECONDS = 20;
const QUALITY = 85;
export const PICTURE_TYPE = 'image/jpeg';

/** A picture as it is stored. */
export interface Picture {
  bytes: Buffer;
  width: number;
  height: number;
  thumbnail: Buffer;
}

/**
 * Draws a photo anew: upright, at most {@link LONGEST_SIDE} pixels, without anything the camera wrote beside the pixels (place,
 * time, device, embedded preview). With `keepsPlace` the first picture keeps what the camera wrote, its thumbnail never.
 * @throws FileRefused `file.picture_too_big`, `file.broken`.
 */
export async function redrawn(bytes: Buffer, { keepsPlace }: { keepsPlace: boolean }): Promise<Picture> {
  return drawn(async () => {
    const upright = open(bytes)
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
    const kept = keepsPlace ? upright.keepExif() : upright;
    const { data, info } = await asJpeg(kept).toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height, thumbnail: await thumbnailOf(data) };
  });
}

/** The picture with the rectangles painted over, drawn anew from what is then left: nothing below them is in the file. */
export async function masked(bytes: Buffer, rectangles: readonly MaskRectangle[]): Promise<Picture> {
  return drawn(async () => {
    const { width, height } = await open(bytes).metadata();
    const covers = rectangles.flatMap((one) => cover(one, { width, height }));
    // painted before encoding; a first pass fixes the pixels, so that no later step sees what was below
    const painted = await open(bytes).composite(covers).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const { data, info } = painted;
    const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
    const copy = await asJpeg(sharp(data, raw)).toBuffer();
    return { bytes: copy, width: info.width, height: info.height, thumbnail: await thumbnailOf(copy) };
  });
}

function cover(one: MaskRectangle, picture: { width: number; height: number }) {
  const left = Math.max(0, Math.floor(one.left));
  const top = Math.max(0, Math.floor(one.top));
  const width = Math.min(picture.width, Math.ceil(one.left + one.width)) - left;
  const height = Math.min(picture.height, Math.ceil(one.top + one.height)) - top;
  if (width < 1 || height < 1) return [];
  return [{ input: { create: { width, height, channels: 3 as const, background: '#000000' } }, left, top }];
}

function open(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).timeout({ seconds: LONGEST_WORK_SECONDS });
}

function asJpeg(picture: Sharp): Sharp {
  return picture.flatten({ background: '#ffffff' }).jpeg({ quality: QUALITY });
}

async function thumbnailOf(bytes: Buffer): Promise<Buffer> {
  return asJpeg(
    open(bytes).resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true }),
  ).toBuffer();
}

async function drawn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof FileRefused) throw cause;
    const isTooBig = /exceeds pixel limit/i.test(String(cause));
    throw new FileRefused(isTooBig ? 'file.picture_too_big' : 'file.broken', {}, { cause });
  }
}
