import { caseParams } from './case.schema.js';
import { endpoint } from './endpoint.js';
import { followAnswer, similarList, similarQuery, storyBody, storyQuery } from './story.schema.js';

const V1 = '/api/v1';
const KEY = ['idempotency-key'] as const;

/** A case as residents read it, and what they do about it without being party to it. */
export const storyEndpoints = {
  readStory: endpoint({
    operation: 'readStory',
    method: 'GET',
    path: `${V1}/cases/:id/story`,
    tag: 'cases',
    admits: 'anyone',
    summary: {
      zh: '事项经过：到哪一步、谁在办、承诺与结果',
      en: 'The story of a case: where it is, who has it, what was promised, what came of it',
    },
    description:
      'As far as the caller may see it. Staff appear as their unit; published texts, decisions and results in numbers are for everybody who may see the case.',
    params: caseParams,
    query: storyQuery,
    answers: { 200: { description: 'The story', schema: storyBody } },
    errors: ['case.unknown'],
  }),
  followCase: endpoint({
    operation: 'followCase',
    method: 'POST',
    path: `${V1}/cases/:id/follow`,
    tag: 'cases',
    admits: 'signedIn',
    summary: { zh: '关注事项', en: 'Follow a public case: told of every step it takes' },
    params: caseParams,
    headers: KEY,
    answers: { 200: { description: 'Followed, also when it was before', schema: followAnswer } },
    errors: ['case.unknown', 'follow.not_public'],
  }),
  unfollowCase: endpoint({
    operation: 'unfollowCase',
    method: 'POST',
    path: `${V1}/cases/:id/unfollow`,
    tag: 'cases',
    admits: 'signedIn',
    summary: { zh: '取消关注', en: 'Follow a case no longer' },
    params: caseParams,
    headers: KEY,
    answers: { 200: { description: 'Not followed any more', schema: followAnswer } },
    errors: ['case.unknown'],
  }),
  findSimilar: endpoint({
    operation: 'findSimilar',
    method: 'GET',
    path: `${V1}/similar`,
    tag: 'cases',
    admits: 'anyone',
    summary: { zh: '相似事项', en: 'Similar issues there and nearby' },
    description:
      'Public issues, and those the caller may see anyway; never a private need or a report nobody has sorted yet, whoever asks.',
    query: similarQuery,
    answers: { 200: { description: 'The most similar first', schema: similarList } },
    errors: ['resource.unknown'],
  }),
} as const;
