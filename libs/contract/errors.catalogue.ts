import { ACCESS_ERRORS } from './errors/access.catalogue.js';
import { CASE_ERRORS } from './errors/cases.catalogue.js';
import { DECISION_ERRORS } from './errors/decisions.catalogue.js';
import { ORDER_ERRORS } from './errors/order.catalogue.js';
import { OUTSIDE_ERRORS } from './errors/outside.catalogue.js';
import { REGISTRY_ERRORS } from './errors/registry.catalogue.js';
import { REQUEST_ERRORS } from './errors/requests.catalogue.js';

/**
 * Every error code of the product with its HTTP status and what to say. Codes are `area.reason`, stable, and part of the API:
 * a code may be added, never renamed.
 */
export const ERRORS = {
  ...CASE_ERRORS,
  ...ACCESS_ERRORS,
  ...REQUEST_ERRORS,
  ...REGISTRY_ERRORS,
  ...DECISION_ERRORS,
  ...ORDER_ERRORS,
  ...OUTSIDE_ERRORS,
} as const;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];
