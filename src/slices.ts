import type { OutboxKind } from '#platform/outbox/entries.ts'
import type { Slice } from '#platform/slices/slice.ts'
import { accounts } from './features/accounts/index.ts'
import { documents } from './features/documents/index.ts'
import { emails } from './features/emails/index.ts'
import { tags } from './features/tags/index.ts'
import { templates } from './features/templates/index.ts'

/** The slices in order; the order is the dependency graph: a slice may import the index of those above it. */
export const slices: readonly Slice[] = [tags, accounts, templates, emails, documents]

/** One pg-boss queue per kind of outbox entry. */
export const outboxKinds: readonly OutboxKind[] = ['advance', 'mail']
