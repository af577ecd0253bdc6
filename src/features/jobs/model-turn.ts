/** What a screen shows of whose turn a job is: the key of the state's text and colour. In the order of boards. */
export const STATE_OF_TURN = { client: 'client', team: 'us', ready: 'ready', stuck: 'stuck' } as const

export type Turn = keyof typeof STATE_OF_TURN
