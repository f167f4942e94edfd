import { endpoint } from './endpoint.js';
import { homeBody, homeQuery } from './home.schema.js';

/** The first page of a resident. */
export const homeEndpoints = {
  readHome: endpoint({
    operation: 'readHome',
    method: 'GET',
    path: '/api/v1/home',
    tag: 'desk',
    admits: 'anyone',
    summary: {
      zh: '首页：我的社区、我的事项、等我表决和评议的',
      en: 'Home: my community, my matters, what waits for my vote and my word',
    },
    description: 'Visitors see what is public in the community of `unit`.',
    query: homeQuery,
    answers: { 200: { description: 'Home', schema: homeBody } },
    errors: ['resource.unknown'],
  }),
} as const;
