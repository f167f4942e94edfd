import { endpoint } from './endpoint.js';
import { installationBody, installationQuery, nameList, namesQuery } from './installation.schema.js';

const V1 = '/api/v1';

/** What every page asks first: where it is, and what ids are called. */
export const installationEndpoints = {
  readInstallation: endpoint({
    operation: 'readInstallation',
    method: 'GET',
    path: `${V1}/installation`,
    tag: 'operation',
    admits: 'anyone',
    summary: {
      zh: '本系统：名称、版本、应急电话、演示账号',
      en: 'This installation: name, version, emergency numbers, demo people',
    },
    query: installationQuery,
    answers: { 200: { description: 'The installation', schema: installationBody } },
    errors: ['resource.unknown'],
  }),
  readNames: endpoint({
    operation: 'readNames',
    method: 'GET',
    path: `${V1}/names`,
    tag: 'desk',
    admits: 'anyone',
    summary: { zh: '名称：单位与（可知的）人员', en: 'Names of units, and of people as far as the caller may know' },
    description:
      'Units are known to everybody. A person is known to themselves, to their authorised relatives, to those who keep the register where they live, to colleagues by office, and on a case to whoever runs it. An id nobody may know is left out, like one that does not exist.',
    query: namesQuery,
    answers: { 200: { description: 'Those that are known', schema: nameList } },
    errors: ['case.unknown'],
  }),
} as const;
