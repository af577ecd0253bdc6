/**
 * Whether Escape is meant for what holds this place, not for an open list within it. Mantine marks so what takes Escape
 * for itself, and heeds it in its own dialogs.
 */
export function isEscape({
  key,
  defaultPrevented,
  target,
}: Pick<KeyboardEvent, 'key' | 'defaultPrevented' | 'target'>) {
  const isList = target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true'
  return key === 'Escape' && !defaultPrevented && !isList
}
