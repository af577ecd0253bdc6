import type { TemplateKind } from './model.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'template.created': { kind: TemplateKind; name: string }
    'template.deleted': { kind: TemplateKind; name: string }
    'template.changed': { kind: TemplateKind; name: string; version: number }
  }
}
