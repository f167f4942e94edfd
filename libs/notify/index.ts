export { Follows, type FollowedCase, type FollowsOptions } from './follows/follows.service.js';
export { caseFactsOf } from './case-facts.js';
export { Inbox } from './inbox.service.js';
export type { InboxMessage, InboxQuery, PublicationQuery, PublicationRow } from './inbox.service.js';
export { tellPersons, tellRole } from './messages.sql.js';
export { notifyEntities } from './notify.entity.js';
export { notifyHandlers } from './notify.handlers.js';
export type { NotifyHandlerName } from './notify.handlers.js';
export type { CaseFacts, NotifyOptions } from './notify.types.js';
export { whatToSay } from './calls/call-list.service.js';
export type { CallAttempt, CallEntry, CallQuery } from './calls/call-list.service.js';
export type { PostRules } from './channels/guarded-post.js';
export type { DeliveryStanding, SpooledMessage } from './deliveries/delivery-log.service.js';
export type { CaseSide, DeliveryRow } from './deliveries/deliveries.types.js';
export {
  CALL_OUTCOMES,
  CALL_REASONS,
  CALL_STATUSES,
  CHANNELS,
  DELIVERY_REASONS,
  DELIVERY_STATUSES,
  LANES,
  PERSONAL_CHANNELS,
  ROBOT_KINDS,
  URGENCIES,
  WEBHOOK_EVENTS,
  WEBHOOK_STATUSES,
} from './deliveries/deliveries.vocabulary.js';
export type { CallOutcome, Channel, Urgency, WebhookEvent } from './deliveries/deliveries.vocabulary.js';
export { calendarOfHours } from './deliveries/hours.rules.js';
export type { DeliveryLog } from './deliveries/deliveries.types.js';
export { Notifications } from './notifications.js';
export type { NotificationsGround } from './notifications.js';
export type { ChannelChoice, Preferences } from './people/preference.rules.js';
export type { PreferenceChange, PreferencesView } from './people/preferences.service.js';
export type { Absence } from './people/substitutes.service.js';
export type { Robot } from './robots/robots.service.js';
export type { CaseChange, ChangesQuestion } from './webhooks/webhook-feed.service.js';
export type { Webhook, WebhookDelivery } from './webhooks/webhooks.service.js';
export { isListed } from './words/message.catalogue.js';
export { resealNotifications } from './resealing.js';
export { numberOf } from './words/wording.rules.js';
