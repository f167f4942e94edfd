import { guardedPost, type PostRules } from '../channels/guarded-post.js';
import type { Outcome, Parcel } from '../channels/channel.types.js';
import type { RobotKind } from '../deliveries/deliveries.vocabulary.js';
import { robotRequest, robotVerdict } from './robot.messages.js';

/** A robot that carries a parcel: each stands for itself, so that one that is down holds up no other. */
export async function carryByRobot(
  kind: RobotKind,
  { to, secret, wording }: Parcel,
  { rules, nowMs }: { rules: PostRules; nowMs: number },
): Promise<Outcome> {
  const text = { title: wording.subject, text: wording.short };
  const { url, body } = robotRequest({ kind, url: to, secret }, text, nowMs);
  const { status, text: answer, error } = await guardedPost({ url, body }, rules);
  if (error === 'address_not_public') return { kind: 'never', error };
  if (error !== null) return { kind: 'later', error };
  if (status === 429 || status >= 500) return { kind: 'later', error: `http ${String(status)}` };
  if (status < 200 || status >= 300) return { kind: 'never', error: `http ${String(status)}` };
  const verdict = robotVerdict(answer);
  if (verdict === 'sent') return { kind: 'sent', providerId: null };
  if (verdict === 'later') return { kind: 'later', error: 'too often' };
  return { kind: 'never', error: `${kind} ${String(verdict)}` };
}
