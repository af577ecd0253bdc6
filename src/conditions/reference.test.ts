import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Facts } from './evaluate.ts'
import { evaluate, isMet, leavesWithTruth } from './evaluate.ts'
import type { Condition, Truth } from './model.ts'

/*
 * An evaluator written another way, after the same rule (D-4): truth as a number, 0 false, 1 true, ½ unknown;
 * all is the least of its parts, any the greatest, none what is missing from any to 1.
 */
const TAGS = ['a', 'b', 'c', 'd', 'deleted']
const known = new Set(TAGS.slice(0, 4))

const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('tag' as const), tagId: fc.constantFrom(...TAGS) }),
    fc.record({ kind: fc.constant('account_type' as const), is: fc.constantFrom('individual' as const, 'company') }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any', 'none'),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }),
    }),
  ),
})).condition

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  tagIds: fc.subarray([...known]).map((tags) => new Set(tags)),
  knownTagIds: fc.constant(known),
  accountType: fc.constantFrom('individual' as const, 'company' as const, undefined),
})

it('D-4, B-5: agrees with a reference evaluator on random trees', () => {
  fc.assert(
    fc.property(anyCondition, anyFacts, (condition, facts) => {
      expect(asNumber(evaluate(condition, facts))).toBe(reference(condition, facts))
    }),
    { numRuns: 500 },
  )
})

it('D-4: what is known stays so, whatever the unknown leaves turn out to be', () => {
  fc.assert(
    fc.property(anyCondition, anyFacts, fc.boolean(), (condition, facts, deletedTagIsThere) => {
      const truth = evaluate(condition, facts)
      fc.pre(truth !== 'unknown')
      const tagIds = new Set(deletedTagIsThere ? [...facts.tagIds, 'deleted'] : facts.tagIds)
      for (const accountType of facts.accountType ? [facts.accountType] : (['individual', 'company'] as const)) {
        expect(evaluate(condition, { ...facts, tagIds, knownTagIds: new Set(TAGS), accountType })).toBe(truth)
      }
    }),
  )
})

it('D-4: a condition and none of it are never both met', () => {
  fc.assert(
    fc.property(anyCondition, anyFacts, (condition, facts) => {
      expect(isMet(condition, facts) && isMet({ kind: 'none', of: [condition] }, facts)).toBe(false)
    }),
  )
})

it('B-5: without an unknown leaf the whole is known', () => {
  fc.assert(
    fc.property(anyCondition, anyFacts, (condition, facts) => {
      const leaves = leavesWithTruth(condition, facts)
      fc.pre(leaves.every(({ truth }) => truth !== 'unknown'))
      expect(evaluate(condition, facts)).not.toBe('unknown')
    }),
  )
})

function reference(condition: Condition, facts: Facts): number {
  if (condition.kind === 'tag') {
    if (!facts.knownTagIds.has(condition.tagId)) return 0.5
    return [...facts.tagIds].filter((tagId) => tagId === condition.tagId).length
  }
  if (condition.kind === 'account_type') return facts.accountType ? Number(condition.is === facts.accountType) : 0.5
  if (!('of' in condition)) throw new Error('not generated here')
  const parts = condition.of.map((part) => reference(part, facts))
  if (condition.kind === 'all') return Math.min(...parts)
  return condition.kind === 'any' ? Math.max(...parts) : 1 - Math.max(...parts)
}

function asNumber(truth: Truth): number {
  return truth === 'unknown' ? 0.5 : Number(truth)
}
