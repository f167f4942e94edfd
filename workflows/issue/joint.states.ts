import { issueSetup } from './issue.setup.js';
import { PLANNERS } from './issue.people.js';
import { jointMeetingInput, signOffInput } from './issue.params.js';

/** What no single department can do: several at one table, or the long chain of their seals. */
export const jointStates = {
  jointly: issueSetup.createStateConfig({
    id: 'jointly',
    description: '约请, 联席会议: the departments sit at one table; the duties of their minute become tasks.',
    meta: {
      label: { zh: '联席会议', en: 'Joint meeting' },
      awaits: [{ who: PLANNERS, acts: ['takeBack'], clock: 'departments' }],
    },
    invoke: {
      src: 'joint-meeting',
      id: 'jointMeeting',
      input: jointMeetingInput,
      onDone: { target: 'met', actions: 'takeJointMeeting' },
      onError: { target: '#crossroads' },
    },
    on: {
      takeBack: { target: 'planning', actions: 'countReturn', description: 'The meeting and its tasks are cancelled.' },
    },
    after: { departments: { actions: 'noteLate', description: 'A backstop over the meeting’s own clocks.' } },
  }),
  met: issueSetup.createStateConfig({
    description: 'What the joint meeting came to.',
    meta: { label: { zh: '联席会议结果', en: 'What the joint meeting came to' } },
    always: [
      { guard: 'wasDoneJointly', target: '#review', description: 'Every duty of the minute is verified.' },
      { target: '#crossroads', description: 'Nobody came, or a duty could not be done.' },
    ],
  }),
  sealing: issueSetup.createStateConfig({
    id: 'sealing',
    description:
      '会签: the residents’ task group collects the seals of many departments; the chain keeps its own clocks.',
    meta: {
      label: { zh: '会签办理中', en: 'Collecting sign-offs' },
      openEnded: 'It waits for the chain of sign-offs, each of which has its own clock.',
      awaits: [{ who: PLANNERS, acts: ['takeBack'] }],
    },
    invoke: {
      src: 'sign-off',
      id: 'signOffs',
      input: signOffInput,
      onDone: { target: 'sealed', actions: 'takeSignOffs' },
      onError: { target: '#crossroads' },
    },
    on: {
      takeBack: { target: 'planning', actions: 'countReturn', description: 'The chain is given up.' },
    },
  }),
  sealed: issueSetup.createStateConfig({
    description: 'What the chain of sign-offs came to.',
    meta: { label: { zh: '会签结果', en: 'What the chain came to' } },
    always: [
      {
        guard: 'areSignOffsComplete',
        target: 'planning',
        description: 'Every seal is there: now the work itself is planned.',
      },
      { target: '#crossroads', description: 'The chain failed.' },
    ],
  }),
};
