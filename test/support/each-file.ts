import { beforeAll } from 'vitest'
import { startClockAnew } from './system.ts'

beforeAll(startClockAnew)
