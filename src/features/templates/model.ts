import type { TemplateId } from '#kernel/ids.ts'

/**
 * What a template of each kind says. E-mails are said here; the slices that own the other kinds add theirs in
 * `template-content.ts` (declaration merging).
 */
export interface TemplateContents {
  /** plain text with shortcodes; a blank line parts paragraphs */
  email: { subject: string; body: string }
}

export const TEMPLATE_KINDS = ['organizer', 'task', 'email', 'job'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

type ContentOf<Kind extends TemplateKind> = Kind extends keyof TemplateContents ? TemplateContents[Kind] : never

/** A template about to be stored. Its content was checked by the slice that owns the kind. */
export type NewTemplate<Kind extends TemplateKind = TemplateKind> = {
  [K in Kind]: { kind: K; name: string; content: ContentOf<K>; libraryKey?: string | null }
}[Kind]

/** One version of a template, as it is or was; `kind` tells what `content` is. */
export type TemplateVersion<Kind extends TemplateKind = TemplateKind> = {
  [K in Kind]: { kind: K; name: string; version: number; content: ContentOf<K> }
}[Kind]

/** Names one version in a Map of versions. */
export type VersionKey = `${TemplateId}/${number}`

export function versionKey(of: { id: TemplateId; version: number }): VersionKey {
  return `${of.id}/${of.version}`
}
