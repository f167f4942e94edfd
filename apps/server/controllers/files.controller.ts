import { Controller, Inject, Req, Res } from '@nestjs/common';

import { Platform } from '#apps/platform';
import { LARGEST_FILE, type FileRow } from '#libs/files';

import { fileEndpoints } from '../api/files.endpoints.js';
import { Gate } from '../http/gate.js';
import type { HttpReply, HttpRequest } from '../http/http.types.js';
import { refuse } from '../http/request-refused.js';
import { Route } from '../http/route.decorator.js';

const REVIEWS_SHOWN = 100;

/** What a browser may do with bytes that people handed in: show them, and nothing else. */
const DOWNLOAD_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
  vary: 'Cookie, Authorization',
};

/** Files of people: handed in, looked at, reviewed, published. */
@Controller()
export class FilesController {
  constructor(
    @Inject(Platform) private readonly platform: Platform,
    @Inject(Gate) private readonly gate: Gate,
  ) {}

  @Route(fileEndpoints.uploadFile)
  async upload(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, query } = await this.gate.enter(fileEndpoints.uploadFile, request);
    const { files, fileAccess } = this.platform.privacy;
    if (query.case !== undefined && !(await fileAccess.mayAttach(query.case, caller.person))) refuse('case.unknown');
    const { bytes, name } = await received(request);
    const row = await files.upload({
      bytes,
      name,
      uploader: caller.person,
      keepsPlace: query.keepPlace === 'true',
      ...(query.case === undefined ? {} : { attach: { to: 'case', subject: query.case } }),
    });
    void reply.status(201).header('location', `/api/v1/files/${row.id}`);
    return present(row, caller.person);
  }

  @Route(fileEndpoints.listReviews)
  async reviews(@Req() request: HttpRequest) {
    const { caller } = await this.gate.enter(fileEndpoints.listReviews, request);
    const { files, fileAccess } = this.platform.privacy;
    const rows: FileRow[] = [];
    for (const file of await files.unreviewed(REVIEWS_SHOWN))
      if (await fileAccess.mayReview(file, caller.person)) rows.push(file);
    return { rows: rows.map((row) => present(row, caller.person)) };
  }

  @Route(fileEndpoints.readFile)
  async read(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.visit(fileEndpoints.readFile, request);
    const person = caller?.person ?? null;
    return present(await this.seen(params.file, person), person);
  }

  @Route(fileEndpoints.downloadFile)
  async download(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply) {
    const { caller, params, query } = await this.gate.visit(fileEndpoints.downloadFile, request);
    const { id } = await this.seen(params.file, caller?.person ?? null);
    const file = (await this.platform.privacy.files.open(id, query.size)) ?? refuse('resource.unknown');
    const name = encodeURIComponent(file.name).replaceAll("'", '%27');
    void reply
      .headers(DOWNLOAD_HEADERS)
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`);
    return file.bytes;
  }

  @Route(fileEndpoints.listCaseFiles)
  async ofCase(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.visit(fileEndpoints.listCaseFiles, request);
    if ((await this.platform.reader.glance(params.case, caller)) === null) refuse('case.unknown');
    const person = caller?.person ?? null;
    const rows = await this.platform.privacy.fileAccess.ofCase(params.case, person);
    return { rows: rows.map((row) => present(row, person)) };
  }

  @Route(fileEndpoints.attachFile)
  async attach(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(fileEndpoints.attachFile, request);
    const { files, fileAccess } = this.platform.privacy;
    if (!(await fileAccess.mayAttach(body.case, caller.person))) refuse('case.unknown');
    const what = { id: params.file, to: 'case', subject: body.case } as const;
    const isMine = await this.platform.database.transaction((tx) => files.attach(tx, what, { by: caller.person }));
    if (!isMine) refuse('resource.unknown');
    return present(await this.seen(params.file, caller.person), caller.person);
  }

  @Route(fileEndpoints.publishFile)
  async publish(@Req() request: HttpRequest) {
    const { caller, params, body } = await this.gate.enter(fileEndpoints.publishFile, request);
    const { files, fileAccess } = this.platform.privacy;
    const file = await this.reviewed(params.file, caller.person);
    const lacks = await fileAccess.lacksForPublishing(file, caller.person);
    if (lacks !== null) refuse(lacks);
    return present(await files.publish(file.id, { masks: body.masks, reviewer: caller.person }), caller.person);
  }

  @Route(fileEndpoints.keepFilePrivate)
  async keepPrivate(@Req() request: HttpRequest) {
    const { caller, params } = await this.gate.enter(fileEndpoints.keepFilePrivate, request);
    const { id } = await this.reviewed(params.file, caller.person);
    if (!(await this.platform.privacy.files.keepPrivate(id, caller.person))) refuse('resource.unknown');
    return { file: id, isPublished: false };
  }

  private async seen(id: string, person: string | null): Promise<FileRow> {
    return (await this.platform.privacy.fileAccess.seen(id, person)) ?? refuse('resource.unknown');
  }

  private async reviewed(id: string, reviewer: string): Promise<FileRow> {
    const file = await this.seen(id, reviewer);
    if (!(await this.platform.privacy.fileAccess.mayReview(file, reviewer))) refuse('resource.unknown');
    return file;
  }
}

/** Exactly one file, and no other field: what else is to be said stands in the query. */
async function received(request: HttpRequest): Promise<{ bytes: Buffer; name: string }> {
  if (!request.isMultipart()) refuse('file.missing');
  const limits = { files: 1, fields: 0, fileSize: LARGEST_FILE, headerPairs: 50 };
  const part = await request.file({ limits, throwFileSizeLimit: false });
  if (part === undefined) refuse('file.missing');
  const bytes = await part.toBuffer();
  if (part.file.truncated) refuse('payload.too_large');
  return { bytes, name: part.filename };
}

/** Never who handed it in: that may be the reporter. */
function present(row: FileRow, person: string | null) {
  const { id, kind, mediaType, bytes, sha256, width, height, hasThumbnail, at, attachedTo, subject } = row;
  return {
    id,
    kind,
    mediaType,
    bytes,
    sha256,
    width,
    height,
    hasThumbnail,
    at,
    attachedTo,
    subject,
    isPublished: row.original !== null && row.publishedAt !== null && row.withdrawnAt === null,
    isMine: row.original === null && person !== null && (row.uploader === person || row.onBehalfOf === person),
  };
}
