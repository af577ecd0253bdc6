import { invalid } from '#kernel/refusal.ts'

/** Refuses a name that another one of its kind has: `constraint` is the unique index that says so. */
export async function refusingDuplicates<Result>(constraint: string, write: Promise<Result>): Promise<Result> {
  try {
    return await write
  } catch (error) {
    if ((error as { constraint?: string }).constraint === constraint) throw invalid('name', 'duplicate')
    throw error
  }
}
