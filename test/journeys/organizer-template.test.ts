import { expect, test } from 'vitest'
import { organizersContract } from '../../src/features/organizers/contract.ts'
import { type Person, picture, SIZES } from '../support/browser.ts'
import { firmIn, type TestFirm } from '../support/firm-in.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { axe, rawTexts, sticksOut } from '../support/journey-screen.ts'
import { sectionOf } from '../support/organizer.ts'

let firm: TestFirm
let owner: Person
let id: string

const house = journeyHouse(async ({ system, person }) => {
  firm = await firmIn(system)
  const question = { required: true, condition: null }
  const definition = sectionOf(
    { ...question, type: 'yes_no', id: 'rented', label: 'Did you rent out a house?' },
    {
      ...question,
      type: 'text',
      id: 'where',
      label: 'Where is it?',
      condition: { kind: 'answer', questionId: 'rented', operator: 'equals', value: true },
    },
  )
  const body = { name: 'Rental', organizerName: 'Rental income', definition }
  id = (await firm.owner.call(organizersContract.createOrganizerTemplate, { body })).id
  owner = await person({ cookie: firm.owner.cookie })
})

test('ORG-11, ORG-16: beside the editor the organizer can be filled in as its client will, and nothing of it is kept', async () => {
  const { page, t, settle, troubles } = owner
  await page.goto(`/templates/organizers/${id}`)
  await settle()
  const preview = page.getByRole('region', { name: t('orgedit.preview'), exact: true })
  await preview.getByText('Did you rent out a house?').waitFor()
  expect(await preview.getByText('Where is it?').count()).toBe(0)
  await preview.getByText(t('fill.yes'), { exact: true }).click()
  await preview.getByText('Where is it?').first().waitFor()
  expect((await firm.owner.call(organizersContract.listOrganizers)).items).toEqual([])
  expect([...troubles, ...house.errors]).toEqual([])
})

test('the editor reads well, wide and narrow, light and dark', async () => {
  const { page, settle } = owner
  const found: string[] = []
  for (const size of ['desktop', 'phone'] as const) {
    await page.setViewportSize(SIZES[size])
    await page.goto(`/templates/organizers/${id}`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settle()
      await picture(page, `organizer-template-${size}-${colorScheme}`)
      found.push(...(await axe(page)), ...(await sticksOut(page)), ...(await rawTexts(page)))
    }
  }
  expect(found).toEqual([])
})
