import type { OrganizerDefinition } from './model.ts'

declare module '#features/templates/model.ts' {
  interface TemplateContents {
    /** `organizerName` is what the client sees, with shortcodes; '' where the template's own name serves (ORG-3, XC-1) */
    organizer: { organizerName: string; definition: OrganizerDefinition }
  }
}
