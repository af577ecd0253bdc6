declare module '#kernel/event.ts' {
  interface EventPayloads {
    'document.uploaded': { name: string; bytes: number }
  }
}
