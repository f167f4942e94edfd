export { caseFactsOf } from './case-facts.js';
export { Inbox } from './inbox.service.js';
export type { InboxMessage, InboxQuery, PublicationQuery, PublicationRow } from './inbox.service.js';
export { tellPersons } from './messages.sql.js';
export { notifyEntities } from './notify.entity.js';
export { notifyHandlers } from './notify.handlers.js';
export type { NotifyHandlerName } from './notify.handlers.js';
export type { CaseFacts, NotifyOptions } from './notify.types.js';
