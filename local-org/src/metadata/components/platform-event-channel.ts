import { definitionOf } from '../types/source-component.ts';
import { childNamed, childText } from '../xml/xml-element.ts';
import type { ComponentHandler } from './handler.ts';
import { checkDeveloperName, checkText } from './names.ts';
import { problemAt } from './problem.ts';

const SUFFIX = '__chn';

/**
 * A channel of one's own for change events. The standard channel is always there and cannot be deployed.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_platformeventchannel.htm
 */
export const platformEventChannel: ComponentHandler = {
  type: 'PlatformEventChannel',
  deploy(component) {
    const channel = definitionOf(component);
    const { fullName } = component;
    if (!fullName.endsWith(SUFFIX)) {
      return [
        { message: `The channel ${fullName} must end with ${SUFFIX}; the standard channel is not deployed` },
      ];
    }
    const problems = [
      ...checkDeveloperName(fullName.slice(0, -SUFFIX.length), 'Channel Name'),
      ...checkText(channel, 'label', { maxLength: 80, missing: 'Required field is missing: label' }),
    ];
    const type = childText(channel, 'channelType');
    if (type !== 'data') {
      const found = `channels of channelType ${type ?? 'none'}`;
      problems.push(
        problemAt(childNamed(channel, 'channelType') ?? channel, `The local org does not model ${found}.`),
      );
    }
    const members = childNamed(channel, 'channelMembers');
    if (members) {
      problems.push(problemAt(members, 'channelMembers is not available in API version 47.0 and later'));
    }
    return problems;
  },
  // Its members go with it.
  remove(fullName, { org }) {
    for (const member of org.metadata.list('PlatformEventChannelMember')) {
      const isMember = Object.values(member.files).some((file) =>
        file.includes(`<eventChannel>${fullName}</eventChannel>`),
      );
      if (isMember) org.metadata.remove('PlatformEventChannelMember', member.fullName);
    }
    return [];
  },
};
