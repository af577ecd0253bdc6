import type { z } from 'zod'
import type { Endpoint, ReturnOf } from '#kernel/contract.ts'
import { ApiProblem, problemFrom } from './problem.ts'

/** What a call of an endpoint takes: its params, query and body, and the revision seen where one is required. */
export type InputOf<E extends Endpoint> = Part<E, 'params'> &
  Part<E, 'query'> &
  Part<E, 'body'> &
  (E['revision'] extends 'required' ? { ifMatch: number } : { ifMatch?: number })

/** An input before its types are known; for code that handles any endpoint. */
export type AnyInput = {
  params?: Record<string, unknown> | undefined
  query?: Record<string, unknown> | undefined
  body?: unknown
  ifMatch?: number
}

export type CallOptions = {
  signal?: AbortSignal
  idempotencyKey?: string
  /** true: goes on when the page is left; for small bodies only, 64 kB in all */
  keepalive?: boolean
}

/**
 * Calls an endpoint of a contract and gives its answer. Throws ApiProblem for every refusal, and with code `offline`
 * where nothing answered. Every POST carries an Idempotency-Key: pass the same one to repeat a call that got no answer.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: CallOptions = {},
): Promise<ReturnOf<E>> {
  const response = await reach(urlOf(endpoint, input), {
    ...requestOf(endpoint, input, options),
    signal: options.signal ?? null,
    keepalive: options.keepalive ?? false,
  })
  if (!response.ok) throw problemFrom(response.status, await response.text())
  if (response.status === 204) return undefined as ReturnOf<E>
  return (endpoint.format === 'bytes' ? await fileOf(response) : await response.json()) as ReturnOf<E>
}

/** The file that an answer is, under the name that it came with. */
async function fileOf(response: Response): Promise<File> {
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? ''
  return new File([await response.blob()], decodeURIComponent(name))
}

/**
 * Sends one file to an endpoint with `format: 'upload'`, telling the share sent (0 to 1). Throws like `call`;
 * an aborted upload throws the signal's reason.
 */
export function upload<E extends Endpoint>(
  endpoint: E,
  { file, onProgress, signal, idempotencyKey, ...input }: UploadInput<E>,
): Promise<ReturnOf<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(
      endpoint.method.toUpperCase(),
      urlOf(endpoint, { ...input, query: { ...input.query, name: file.name } }),
    )
    const { headers } = requestOf(endpoint, {}, idempotencyKey ? { idempotencyKey } : {})
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total)
    request.onerror = () => reject(new ApiProblem('offline'))
    request.onabort = () => reject(signal?.reason)
    request.onload = () => {
      if (request.status >= 300) reject(problemFrom(request.status, request.responseText))
      else resolve((request.responseText === '' ? undefined : JSON.parse(request.responseText)) as ReturnOf<E>)
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

export type UploadInput<E extends Endpoint> = Part<E, 'params'> & {
  query?: Record<string, unknown>
  file: File
  onProgress?: (share: number) => void
  signal?: AbortSignal
  /** the same one to send a file again that got no answer */
  idempotencyKey?: string
}

/** The address of an endpoint: for links to files (`format: 'bytes'`), and for the client itself. */
export function urlOf(endpoint: Endpoint, { params = {}, query = {} }: AnyInput): string {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value))
  }
  return search.size === 0 ? `/api/v1${path}` : `/api/v1${path}?${search}`
}

/** Method, headers and body of a call. What is read is asked for without any header: so before.js asks for it early. */
export function requestOf(endpoint: Endpoint, input: AnyInput, { idempotencyKey }: CallOptions) {
  const headers: Record<string, string> = {}
  const changes = endpoint.method !== 'get'
  if (changes) headers['x-client-offset'] = String(-new Date().getTimezoneOffset())
  if (endpoint.method === 'post') headers['idempotency-key'] = idempotencyKey ?? crypto.randomUUID()
  if (input.ifMatch !== undefined) headers['if-match'] = `"${input.ifMatch}"`
  if (input.body !== undefined) headers['content-type'] = 'application/json'
  return {
    method: endpoint.method.toUpperCase(),
    headers,
    body: input.body === undefined ? null : JSON.stringify(input.body),
  }
}

type Part<E extends Endpoint, Name extends 'params' | 'query' | 'body'> = E[Name] extends z.ZodType
  ? Record<never, never> extends z.input<E[Name]>
    ? { [N in Name]?: z.input<E[Name]> }
    : { [N in Name]: z.input<E[Name]> }
  : { [N in Name]?: undefined }

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (error) {
    if (request.signal?.aborted) throw error
    throw new ApiProblem('offline')
  }
}
