import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { newId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'

/** A received file: where it lies, how long it is, what it really is (by its first bytes, not by its name). */
export type StoredFile = { key: string; name: string; mediaType: string; bytes: number; sha256: string }

/** Uploaded files, by key; keys are made here, so that none can point elsewhere. */
export type Files = {
  /** Streams a body to the store. Refuses programs, empty and too large files (DOC-20). */
  receive(body: ReadableStream<Uint8Array> | null, name: string): Promise<StoredFile>
  open(key: string): ReadableStream<Uint8Array>
  /** Keeps what is made bit by bit on the disk until it is read, once: never whole in memory, and nothing is left. */
  spool(parts: AsyncIterable<string>): Promise<{ bytes: number; stream: ReadableStream<Uint8Array> }>
  discard(key: string): Promise<void>
}

export const NO_FILE: StoredFile = { key: '', name: '', mediaType: '', bytes: 0, sha256: '' }

export const LARGEST_FILE = 250 * 1024 * 1024
const PROGRAM_NAMES = /\.(exe|com|scr|bat|cmd|msi|dll|js|vbs|ps1|sh|jar|app|apk|lnk|hta)$/i
const PROGRAM_TYPES = /x-msdownload|x-elf|x-mach-binary|java-vm|x-msi|vnd\.android\.package|x-apple-diskimage/
const SNIFFED_BYTES = 4100

/** Files below a folder of this machine. */
export function filesIn(folder: string): Files {
  const pathOf = (key: string) => join(folder, key.slice(-2), key)
  return {
    async receive(body, name) {
      if (!body) throw invalid('file', 'required')
      if (PROGRAM_NAMES.test(name)) throw new Refusal('unsupported_file')
      const key: string = newId()
      await mkdir(join(folder, key.slice(-2)), { recursive: true, mode: 0o700 })
      const part = `${pathOf(key)}.part`
      try {
        const { bytes, sha256, head } = await write(part, body)
        const mediaType = await typeOf(head, name)
        if (PROGRAM_TYPES.test(mediaType)) throw new Refusal('unsupported_file')
        await rename(part, pathOf(key))
        return { key, name, mediaType, bytes, sha256 }
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
    },
    open: (key) => Readable.toWeb(createReadStream(pathOf(key))) as ReadableStream<Uint8Array>,
    async spool(parts) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, `${newId()}.spool`)
      const file = await open(path, 'wx+', 0o600)
      await rm(path) // lives on until it is closed
      try {
        await file.writeFile(parts)
        const { size } = await file.stat()
        return {
          bytes: size,
          stream: Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream<Uint8Array>,
        }
      } catch (error) {
        await file.close()
        throw error
      }
    },
    discard: (key) => rm(pathOf(key), { force: true }),
  }
}

async function write(path: string, body: ReadableStream<Uint8Array>) {
  const hash = createHash('sha256')
  const head: Uint8Array[] = []
  let bytes = 0
  const out = createWriteStream(path, { mode: 0o600 })
  for await (const chunk of body) {
    if (bytes < SNIFFED_BYTES) head.push(chunk)
    bytes += chunk.byteLength
    if (bytes > LARGEST_FILE) {
      out.destroy()
      throw new Refusal('too_large', [], { maximumBytes: LARGEST_FILE })
    }
    hash.update(chunk)
    if (!out.write(chunk)) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
  }
  await new Promise<void>((resolve, reject) => out.end((error?: Error | null) => (error ? reject(error) : resolve())))
  if (bytes === 0) throw invalid('file', 'empty_file')
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
  return { bytes, sha256: hash.digest('hex'), head: Buffer.concat(head) }
}

/** What the content says it is; text and unknown content is never served as something a browser would run. */
async function typeOf(head: Buffer, name: string): Promise<string> {
  const sniffed = await fileTypeFromBuffer(head)
  if (sniffed) return sniffed.mime
  if (head.includes(0)) return 'application/octet-stream'
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain'
}
