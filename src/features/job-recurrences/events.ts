declare module '#kernel/event.ts' {
  interface EventPayloads {
    'jobRecurrence.created': { name: string; pipeline: string }
    'jobRecurrence.changed': { name: string }
    'jobRecurrence.ended': { name: string }
    /** its days had come: a job was added for each, in order, also for those that were missed (J-27) */
    'jobRecurrence.ran': { name: string; on: string; days: number }
  }
}
