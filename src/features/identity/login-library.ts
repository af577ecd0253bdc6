import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#kernel/password.ts'
import { type Database, openDatabase } from '#platform/db/connect.ts'
import type { Server } from '#platform/db/server.ts'
import type { TxSource } from '#platform/db/tx.ts'

/** How long a team member stays signed in, however busy (SEC-4). */
export const STAFF_HOURS = 12

export type LoginLibrary = ReturnType<typeof makeLibrary>

/**
 * better-auth over the `auth` schema, one per process: it hashes and checks passwords, keeps second factors and signs
 * cookies. Its own routes are never mounted and its limits are off (`limits.ts` counts instead): a session means
 * nothing until `enterFirm` has written into it as what and in which firm its holder acts.
 */
export function loginLibrary(server: Server): LoginLibrary {
  return ofProcess(server).library
}

/** The `auth` schema outside any firm's transaction, on connections that no such transaction waits for. */
export function loginDb(server: Server): Database {
  return ofProcess(server).db
}

/** The same with the moment, for code that also runs inside a transaction. */
export function loginsAt(source: TxSource): { db: Database; now: Date } {
  return { db: loginDb(source.server), now: source.now() }
}

type Logins = { db: Database; library: LoginLibrary }

const opened = new WeakMap<Server, Logins>()

function ofProcess(server: Server): Logins {
  const known = opened.get(server)
  if (known) return known
  const db = openDatabase(server.loginPool)
  const logins = { db, library: makeLibrary(server, db) }
  opened.set(server, logins)
  return logins
}

function makeLibrary(server: Server, db: Database) {
  return betterAuth({
    appName: 'Throughline',
    baseURL: server.publicUrl,
    secret: server.secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    advanced: {
      cookiePrefix: 'throughline',
      useSecureCookies: server.publicUrl.startsWith('https:'),
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
    },
    ...TABLES,
    plugins: [twoFactor({ issuer: 'Throughline', totpOptions: { period: 30, digits: 6 }, ...SECOND_FACTOR_TABLES })],
  })
}

const STAMPS = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** Its models under our names: every column snake_case (proved against the database by a test). */
const TABLES = {
  user: { modelName: 'identities', fields: { emailVerified: 'email_verified', ...STAMPS } },
  session: {
    modelName: 'sessions',
    fields: {
      userId: 'identity_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...STAMPS,
    },
    additionalFields: {
      kind: { type: 'string', required: false, input: false },
      firmId: { type: 'string', required: false, input: false, fieldName: 'firm_id' },
    },
    expiresIn: STAFF_HOURS * 3600,
    disableSessionRefresh: true,
  },
  account: {
    modelName: 'credentials',
    fields: {
      accountId: 'account_id',
      providerId: 'provider_id',
      userId: 'identity_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...STAMPS,
    },
  },
  verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...STAMPS } },
} as const

const SECOND_FACTOR_TABLES = {
  schema: {
    user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
    twoFactor: {
      modelName: 'second_factors',
      fields: {
        userId: 'identity_id',
        backupCodes: 'backup_codes',
        failedVerificationCount: 'failed_verification_count',
        lockedUntil: 'locked_until',
      },
    },
  },
} as const
