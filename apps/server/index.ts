export { AREAS } from './api/areas.js';
export { endpoints } from './api/endpoints.js';
export { createServer, type Server } from './create-server.js';
export { openApiDocument } from './openapi/openapi.document.js';
export type { Admits, Endpoint, SubjectKind } from './api/endpoint.js';
