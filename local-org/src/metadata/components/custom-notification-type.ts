import { definitionOf } from '../types/source-component.ts';
import { childFlag, childNamed, childText } from '../xml/xml-element.ts';
import type { ComponentHandler } from './handler.ts';
import { checkDeveloperName, checkText } from './names.ts';
import { problemAt } from './problem.ts';

/** A kind of notification that the bell shows. */
export const customNotificationType: ComponentHandler = {
  type: 'CustomNotificationType',
  deploy(component, { org }) {
    const type = definitionOf(component);
    const problems = [
      ...checkDeveloperName(component.fullName, 'Notification Type Name'),
      ...checkText(type, 'masterLabel', { maxLength: 80 }),
      ...checkText(type, 'customNotifTypeName', { maxLength: 80 }),
      ...checkText(type, 'description', { maxLength: 255 }),
    ];
    if (!['desktop', 'mobile', 'slack'].some((channel) => childFlag(type, channel))) {
      problems.push(
        problemAt(childNamed(type, 'desktop'), 'A notification type needs at least one supported channel'),
      );
    }
    if (problems.length > 0) return problems;
    org.notificationTypes.save({
      developerName: component.fullName,
      name: childText(type, 'customNotifTypeName') ?? component.fullName,
      label: childText(type, 'masterLabel') ?? component.fullName,
      description: childText(type, 'description') ?? null,
      desktop: childFlag(type, 'desktop') ?? false,
      mobile: childFlag(type, 'mobile') ?? false,
    });
    return [];
  },
  remove(fullName, { org }) {
    org.notificationTypes.remove(fullName);
    return [];
  },
};
