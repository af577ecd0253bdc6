declare module '#kernel/event.ts' {
  interface EventPayloads {
    /** `pack`: what it is called in the library; `name`: what the copy's pipeline is called */
    'library.installed': { pack: string; name: string; templates: number }
    /** kept in the firm's own library, with so many templates */
    'library.saved': { name: string; templates: number }
    'library.deleted': { name: string }
  }
}
