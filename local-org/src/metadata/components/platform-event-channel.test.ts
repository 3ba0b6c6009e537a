import { describe, expect, test } from '@jest/globals';
import { createOrg } from '../../create-org.ts';
import { deployFiles, manifest, type PackageFiles } from '../testing/deploy-files.ts';

const CHANNEL = '<channelType>data</channelType><label>Team</label>';
const EVENTS = ['Account', 'Case', 'Contact', 'Task', 'Event', 'Opportunity'].map(
  (name) => `${name}ChangeEvent`,
);

const channelFile = (name: string) => `platformEventChannels/${name}.platformEventChannel`;
const memberFile = (name: string) => `platformEventChannelMembers/${name}.platformEventChannelMember`;
const member = (channel: string, event: string, more = '') =>
  `<eventChannel>${channel}</eventChannel>${more}<selectedEntity>${event}</selectedEntity>`;

function members(channel: string, events: readonly string[]): PackageFiles {
  return Object.fromEntries(
    events.map((event) => [memberFile(`${channel.replace('__', '_')}_${event}`), member(channel, event)]),
  );
}

async function problemsOf(files: PackageFiles): Promise<string[]> {
  const { org, problems } = await deployFiles(files);
  org.close();
  return problems.map((problem) => problem.replace(/^.*?:\d* /, ''));
}

describe('a channel for change events', () => {
  test.each<[string, PackageFiles, string]>([
    ['without its suffix', { [channelFile('Team')]: CHANNEL }, 'The channel Team must end with __chn'],
    [
      'for platform events',
      { [channelFile('Team__chn')]: '<channelType>event</channelType><label>Team</label>' },
      'The local org does not model channels of channelType event.',
    ],
    [
      'without a label',
      { [channelFile('Team__chn')]: '<channelType>data</channelType>' },
      'Required field is missing: label',
    ],
    [
      'that lists its members as before version 47',
      {
        [channelFile('Team__chn')]:
          `<channelMembers><selectedEntity>AccountChangeEvent</selectedEntity></channelMembers>${CHANNEL}`,
      },
      'channelMembers',
    ],
    [
      'of which a member tells and which is nowhere',
      members('Gone__chn', EVENTS.slice(0, 1)),
      'no PlatformEventChannel named Gone__chn found',
    ],
    [
      'of an object that has no change events',
      members('ChangeEvents', ['ReportChangeEvent']),
      'ReportChangeEvent is no change event of this org',
    ],
    [
      'of an object that is nowhere',
      { [memberFile('M')]: member('ChangeEvents', 'Gone__ChangeEvent') },
      'Gone__ChangeEvent is no change event of this org',
    ],
    [
      'of an object by its own name',
      members('ChangeEvents', ['Account']),
      'Account is no change event of this org',
    ],
    [
      'with a filter',
      {
        [memberFile('M')]: member(
          'ChangeEvents',
          'AccountChangeEvent',
          "<filterExpression>Name = 'x'</filterExpression>",
        ),
      },
      'The local org does not model filterExpression of a channel member.',
    ],
    [
      'with one object twice',
      {
        ...members('ChangeEvents', EVENTS.slice(0, 1)),
        [memberFile('Again')]: member('ChangeEvents', 'AccountChangeEvent'),
      },
      'is selected on ChangeEvents already',
    ],
    [
      'with more objects than an org may select',
      members('ChangeEvents', EVENTS),
      'The org may select 5 entities',
    ],
  ])('%s is refused', async (_what, files, problem) => {
    expect(await problemsOf(files)).toEqual([expect.stringContaining(problem)]);
  });

  test('counts an object on two channels once, and takes its members with it when it goes', async () => {
    const five = EVENTS.slice(0, 5);
    const files = { ...members('ChangeEvents', five), ...members('Team__chn', five) };
    const { org, problems } = await deployFiles({ [channelFile('Team__chn')]: CHANNEL, ...files });
    expect(problems).toEqual([]);
    expect([...org.channels.selected()].sort()).toEqual(['Account', 'Case', 'Contact', 'Event', 'Task']);

    const destructive = manifest({ PlatformEventChannel: ['Team__chn'] });
    await deployFiles({ 'package.xml': manifest({}), 'destructiveChanges.xml': destructive }, {}, org);
    expect(org.channels.objectsOf('Team__chn')).toBeUndefined();
    expect(org.metadata.list('PlatformEventChannelMember')).toHaveLength(5);
    org.close();
  });

  test('that a deploy rolls back selects nothing', async () => {
    const org = createOrg();
    await deployFiles({ ...members('ChangeEvents', EVENTS) }, {}, org);
    expect(org.channels.isSelected('Account')).toBe(false);
    org.close();
  });
});
