import { z } from 'zod'

/** Whose turn a job is: the client's, the team's, nobody's (ready to be moved by hand), or it is stuck. */
export const turnSchema = z.enum(['client', 'team', 'ready', 'stuck'])
