declare module '#kernel/event.ts' {
  interface EventPayloads {
    /** `pack`: what it is called in the library; `name`: what the copy's pipeline is called */
    'library.installed': { pack: string; name: string; templates: number }
  }
}
