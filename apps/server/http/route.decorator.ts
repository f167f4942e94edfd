import { applyDecorators, HttpCode, RequestMapping, RequestMethod } from '@nestjs/common';

import type { Endpoint } from '../api/endpoint.js';

/** Binds a controller's method to an endpoint of the table. */
export function Route({ path, method }: Endpoint): MethodDecorator {
  return applyDecorators(RequestMapping({ path, method: RequestMethod[method] }), HttpCode(200));
}
