import { expect, test } from 'vitest'
import { currentTab } from './tab-links.tsx'

const tabs = [
  { to: '/tasks', label: 'Open' },
  { to: '/tasks/closed', label: 'Closed' },
  { to: '/settings', label: 'Settings', exact: true },
]

test.each([
  ['/tasks', 'Open'],
  ['/tasks/01', 'Open'],
  ['/tasks/closed', 'Closed'],
  ['/tasks/closed/01', 'Closed'],
  ['/tasks/closed-ones', 'Open'],
  ['/tasksabc', undefined],
  ['/settings', 'Settings'],
  ['/settings/team', undefined],
])('at %s the current tab is %s', (path, label) => {
  expect(currentTab(tabs, path)?.label).toBe(label)
})
