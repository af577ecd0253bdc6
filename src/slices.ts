import type { OutboxKind } from '#platform/outbox/entries.ts'
import type { Slice } from '#platform/slices/slice.ts'
import { accounts } from './features/accounts/index.ts'
import { documents } from './features/documents/index.ts'
import { emails } from './features/emails/index.ts'
import { firms } from './features/firms/index.ts'
import { identity } from './features/identity/index.ts'
import { tags } from './features/tags/index.ts'
import { team } from './features/team/index.ts'
import { templates } from './features/templates/index.ts'

/** The slices in order; the order is the dependency graph: a slice may import the index of those above it. */
export const slices: readonly Slice[] = [firms, tags, accounts, templates, emails, identity, team, documents]

/** One pg-boss queue per kind of outbox entry. */
export const outboxKinds: readonly OutboxKind[] = ['advance', 'mail', 'sign_in_link']
