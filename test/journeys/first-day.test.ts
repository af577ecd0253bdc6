import { expect, test } from 'vitest'
import { picture } from '../support/browser.ts'
import { journeyHouse } from '../support/journey-house.ts'

const house = journeyHouse()

test('sign up', async () => {
  const { page, t, settle, troubles } = await house.person()
  await page.goto('/sign-up')
  await page.getByLabel(t('signup.firm_name')).fill('X')
  await settle()
  await picture(page, 'x')
  await page.goto('/settings/mail')
  await settle()
  await picture(page, 'y')
  expect(troubles).toEqual([])
})
