import { describe, expect, test } from 'vitest'
import { ConfigError, describeConfig, readConfig } from './config.ts'

describe('the environment', () => {
  test('asks for nothing', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: undefined,
      host: '127.0.0.1',
      port: 3000,
      dataDir: `${process.cwd()}/data`,
      smtpUrl: undefined,
      publicUrl: 'http://127.0.0.1:3000',
      demo: true,
      secret: undefined,
      key: undefined,
      filesUrl: undefined,
    })
  })

  test('counts an empty variable as one that is not there', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}))
  })

  test.each([
    [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
    [{ HOST: '::1' }, 'http://[::1]:3000'],
    [{ PUBLIC_URL: 'https://office.example/tax/' }, 'https://office.example/tax'],
  ])('%o is reached at %s', (env, publicUrl) => {
    expect(readConfig(env).publicUrl).toBe(publicUrl)
  })

  test('takes the key as base64 or as hexadecimal digits', () => {
    const key = Buffer.alloc(32, 7)
    expect(readConfig({ THROUGHLINE_KEY: key.toString('base64') }).key).toEqual(key)
    expect(readConfig({ THROUGHLINE_KEY: key.toString('hex') }).key).toEqual(key)
  })

  test.each([
    [{ PORT: 'http' }, 'PORT must be a port number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a port number from 0 to 65535.'],
    [{ HOST: 'a b' }, 'HOST must be a host name or an address, like 127.0.0.1.'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must start with postgres:// or postgresql://.'],
    [{ SMTP_URL: 'mail.example' }, 'SMTP_URL must start with smtp:// or smtps://.'],
    [{ PUBLIC_URL: 'office.example' }, 'PUBLIC_URL must start with http:// or https://.'],
    [{ FILES_URL: '/srv/files' }, 'FILES_URL must start with file:// or s3://.'],
    [{ THROUGHLINE_DEMO: 'no' }, "THROUGHLINE_DEMO must be 'on' or 'off'."],
    [{ THROUGHLINE_SECRET: 'hunter2' }, 'THROUGHLINE_SECRET must be at least 32 characters long.'],
    [{ THROUGHLINE_KEY: 'abc' }, 'THROUGHLINE_KEY must be 32 bytes, written as base64 or as 64 hexadecimal digits.'],
  ])('refuses %o in one sentence that names the variable', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(new ConfigError(sentence))
  })

  test('is described without its secrets', () => {
    const described = describeConfig(
      readConfig({
        DATABASE_URL: 'postgresql://app:p@ss-one@db.example/throughline?password=pass-two',
        SMTP_URL: 'smtps://office:pass-three@mail.example',
        FILES_URL: 's3://key:pass-four@bucket.example/files',
        THROUGHLINE_SECRET: 'pass-five'.repeat(4),
        THROUGHLINE_KEY: Buffer.alloc(32, 7).toString('base64'),
      }),
    )
    expect(described).toEqual({
      database: 'postgresql://db.example/throughline',
      dataDir: `${process.cwd()}/data`,
      files: 's3://bucket.example/files',
      mail: 'smtps://mail.example',
      publicUrl: 'http://127.0.0.1:3000',
      demo: 'on',
    })
  })
})
