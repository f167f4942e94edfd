import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request and a reply as the controllers see them. */
export type HttpRequest = FastifyRequest;
export type HttpReply = FastifyReply;
