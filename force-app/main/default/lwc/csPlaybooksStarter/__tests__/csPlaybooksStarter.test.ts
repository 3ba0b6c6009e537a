import { executeMutation } from 'lightning/graphql';
import CsPlaybooksStarter from 'c/csPlaybooksStarter';
import { render, settle } from 'test/render';
import { graphqlWire } from 'test/wires';

const mutate = executeMutation as unknown as jest.Mock;
const START = { accountId: '001', assignedToId: '005', today: '2026-11-23', reason: 'Because.' };
const value = <Type>(of: Type) => ({ value: of });

function plan(steps: number, playbooks = 1): object {
  const nodes = Array.from({ length: steps }, (_, index) => ({
    node: {
      Id: `a0S${index}`,
      Name: value(`Step ${index + 1}`),
      CS_Order__c: value(index + 1),
      CS_Instructions__c: value(index === 0 ? 'How' : null),
      CS_Action__c: value('Call'),
      CS_Due_In_Days__c: value(index * 7),
    },
  }));
  const playbook = { node: { Id: 'a0P1', Name: value('Rescue'), CS_Version__c: value(4) } };
  const edges = Array.from({ length: playbooks }, () => playbook);
  return { uiapi: { query: { playbook: { edges }, steps: { edges: nodes } } } };
}

/** What a mutation of as many steps answers when all went well. */
const success = (steps: number) => ({
  data: {
    uiapi: Object.fromEntries(
      ['run', ...Array.from({ length: steps }, (_, i) => `s${i}`)].map((a) => [a, {}]),
    ),
  },
});

async function start(data: object, errors?: object[]): Promise<{ settled: unknown[] }> {
  const element = await render('c-cs-playbooks-starter', CsPlaybooksStarter, {
    playbookId: 'a0P1',
    start: START,
  });
  const settled: unknown[] = [];
  element.addEventListener('settled', (event) => settled.push((event as CustomEvent).detail));
  graphqlWire.emit({ data, errors } as never);
  await settle();
  graphqlWire.emit({ data, errors } as never);
  await settle();
  return { settled };
}

afterEach(() => jest.clearAllMocks());

describe('starting a playbook', () => {
  test('makes the run and a copy of each step in one transaction, once', async () => {
    mutate.mockResolvedValueOnce(success(2));
    const { settled } = await start(plan(2));
    expect(settled).toEqual([{ name: 'Rescue', steps: 2, errors: undefined }]);
    expect(mutate).toHaveBeenCalledTimes(1);
    const { query, variables } = mutate.mock.calls[0][0];
    expect(query).toContain('mutation startPlaybook(');
    expect(query).not.toContain('allOrNone: false');
    expect(variables.run.CS_Playbook_Run__c).toMatchObject({
      Name: 'Rescue',
      CS_Account__c: '001',
      CS_Playbook__c: 'a0P1',
      CS_Playbook_Version__c: 4,
      CS_Started_On__c: '2026-11-23',
      CS_Reason__c: 'Because.',
    });
    expect(variables.s1.CS_Playbook_Run_Step__c).toEqual({
      Name: 'Step 2',
      CS_Run__c: '@{run}',
      CS_Order__c: 2,
      CS_Instructions__c: null,
      CS_Action__c: 'Call',
      CS_Status__c: 'Open',
      CS_Due_On__c: '2026-11-30',
      CS_Assigned_To__c: '005',
    });
  });

  test.each([1, 5, 12])('takes a document for %i steps, that names each of them once', async (steps) => {
    mutate.mockResolvedValueOnce(success(steps));
    const { settled } = await start(plan(steps));
    expect(settled).toMatchObject([{ steps, errors: undefined }]);
    const { query, variables } = mutate.mock.calls[0][0];
    expect(query.match(/CS_Playbook_Run_Step__cCreate\(/g)).toHaveLength(steps);
    expect(Object.keys(variables)).toHaveLength(steps + 1);
    for (const name of Object.keys(variables)) expect(query).toContain(`input: $${name})`);
  });

  test.each([
    [plan(0), 'Rescue has no steps. Ask a manager to complete it.'],
    [plan(13), 'Rescue has 13 steps; at most 12 can be started.'],
    [plan(2, 0), 'The playbook is not there any more.'],
  ])('is refused before anything is written where it cannot be', async (data, errors) => {
    const { settled } = await start(data);
    expect(settled).toMatchObject([{ errors }]);
    expect(mutate).not.toHaveBeenCalled();
  });

  test('tells the reason of the operation at fault, not that the others were undone', async () => {
    const rolledBack = 'The transaction was rolled back since another operation failed.';
    mutate.mockResolvedValueOnce({
      data: { uiapi: { run: null, s0: null } },
      errors: [
        { message: rolledBack, paths: ['uiapi', 'run'] },
        { message: 'No access to steps', paths: ['uiapi', 's0'] },
      ],
    });
    expect((await start(plan(1))).settled).toMatchObject([{ errors: 'No access to steps' }]);
  });

  test('tells why the playbook could not be read', async () => {
    expect((await start({}, [{ message: 'down' }])).settled).toMatchObject([
      { errors: [{ message: 'down' }] },
    ]);
  });
});
