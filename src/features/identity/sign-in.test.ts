import { getMigrations } from 'better-auth/db/migration'
import { expect, test } from 'vitest'
import { testSystem } from '../../../test/support/system.ts'
import { loginLibrary } from './login-library.ts'

test('the login library finds every table and column it wants under our names', async () => {
  const { source } = await testSystem()
  const { toBeCreated, toBeAdded } = await getMigrations(loginLibrary(source.server).options)
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})
