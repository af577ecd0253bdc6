declare module '#kernel/event.ts' {
  interface EventPayloads {
    /** `mails`: how many people were told; the job, where a stage sent it, stands on the event */
    'organizer.sent': { name: string; mails: number }
    'organizer.linked': { name: string }
    'organizer.renamed': { name: string; before: string }
    'organizer.opened': { name: string }
    'organizer.started': { name: string }
    /** what was asked, never what was answered */
    'organizer.answered': { name: string; question: string }
    'organizer.fileAttached': { name: string; question: string; file: string }
    'organizer.fileDetached': { name: string; question: string; file: string }
    'organizer.submitted': { name: string }
    'organizer.sealed': { name: string }
    'organizer.archived': { name: string }
    'todo_link.confirmed': { name: string; email: string }
    'todo_link.codeMailed': { name: string; email: string }
    'todo_link.renewed': { name: string; email: string }
  }
}
