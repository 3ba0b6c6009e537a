import { eventNameOf, objectNameOf, STANDARD_CHANNEL } from '../../changes/channel-members.ts';
import { definitionOf } from '../types/source-component.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { childNamed, childText } from '../xml/xml-element.ts';
import type { ComponentHandler, DeployContext } from './handler.ts';
import { checkDeveloperName } from './names.ts';
import { notFound, problemAt } from './problem.ts';

/**
 * Objects that an org without an add-on may select on all its channels together; one on several channels counts once.
 * https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_allocations.htm
 */
const MAX_SELECTED = 5;
/** Standard objects of the local org that have change events; custom objects all do. */
const STANDARD_OBJECTS: ReadonlySet<string> = new Set([
  ...['Account', 'Case', 'Contact', 'Event', 'Opportunity', 'Task', 'User'],
]);
const NOT_MODELLED = ['enrichedFields', 'filterExpression'];

/**
 * One object that is selected for Change Data Capture on a channel.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_platformeventchannelmember.htm
 */
export const platformEventChannelMember: ComponentHandler = {
  type: 'PlatformEventChannelMember',
  deploy(component, context) {
    const { org } = context;
    const member = definitionOf(component);
    const channel = childText(member, 'eventChannel');
    const event = childText(member, 'selectedEntity');
    const problems = checkDeveloperName(component.fullName, 'Channel Member Name');
    for (const name of NOT_MODELLED) {
      const at = childNamed(member, name);
      if (at) problems.push(problemAt(at, `The local org does not model ${name} of a channel member.`));
    }
    if (channel === undefined) problems.push(problemAt(member, 'Required field is missing: eventChannel'));
    else if (channel !== STANDARD_CHANNEL && !context.isDeployed('PlatformEventChannel', channel)) {
      const at = childNamed(member, 'eventChannel');
      problems.push(notFound(at, 'eventChannel', 'PlatformEventChannel', channel));
    }
    const object = org.schema.object(objectNameOf(event ?? '') ?? '');
    const hasEvents = object && (object.custom || STANDARD_OBJECTS.has(object.name));
    if (event === undefined) problems.push(problemAt(member, 'Required field is missing: selectedEntity'));
    else if (!hasEvents || eventNameOf(object.name) !== event) {
      const message = `${event} is no change event of this org`;
      problems.push(problemAt(childNamed(member, 'selectedEntity'), message));
    }
    if (problems.length > 0 || !object || !channel || !event) return problems;
    const others = selectedBesides(component.fullName, context);
    if (others.some((other) => other.channel === channel && other.event === event)) {
      return [problemAt(member, `${event} is selected on ${channel} already`)];
    }
    const selected = new Set([...others.map((other) => other.event), event]);
    if (selected.size > MAX_SELECTED) {
      const message = `The org may select ${MAX_SELECTED} entities for Change Data Capture; with ${event} there are ${selected.size}`;
      return [problemAt(childNamed(member, 'selectedEntity'), message)];
    }
    return [];
  },
};

function selectedBesides(fullName: string, { org }: DeployContext): { channel: string; event: string }[] {
  return org.metadata
    .list('PlatformEventChannelMember')
    .filter((member) => member.fullName !== fullName)
    .map(({ files }) => parseXml(Object.values(files)[0] ?? ''))
    .map((member) => ({
      channel: childText(member, 'eventChannel') ?? '',
      event: childText(member, 'selectedEntity') ?? '',
    }));
}
