import type pg from 'pg'
import type { Files } from '../files/files.ts'
import type { Log } from '../log/log.ts'
import type { Database } from './connect.ts'

/** What every transaction may know of the process it runs in. */
export type Server = {
  /** signs sessions and the tokens of links (D-19) */
  secret: string
  /** what links in mails begin with; no slash at the end */
  publicUrl: string
  /** null: mail is captured and shown instead of sent */
  smtpUrl: string | null
  files: Files
  log: Log
  /** connections whose schema is `auth`, for the login library */
  loginPool: pg.Pool
  /** sees all firms: only to find the firm of somebody who has no session yet, never to act */
  maintenance: Database
}
