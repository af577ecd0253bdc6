import { type Caller, callerWith, type TestFirm as FirmOf, type FirmWish, firmIn } from './firm-in.ts'
import { type TestSystem, testSystem } from './system.ts'

export {
  type Answered,
  type Caller,
  callerWith,
  type MemberCaller,
  type Sent,
  signInClient,
} from './firm-in.ts'

export type TestFirm = FirmOf<TestSystem>

/** A firm of its own for every test: nothing is truncated, and a leak between firms fails somebody's test. */
export async function freshFirm(wish: FirmWish = {}): Promise<TestFirm> {
  return firmIn(await testSystem(), wish)
}

/** Nobody signed in. */
export async function stranger(): Promise<Caller> {
  return callerWith(await testSystem(), '')
}
