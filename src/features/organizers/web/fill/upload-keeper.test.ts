import { describe, expect, test } from 'vitest'
import type { DocumentId } from '#kernel/ids.ts'
import { ApiProblem } from '#web/api/problem.ts'
import type { FileView } from '../../schemas.ts'
import { type Upload, UploadKeeper } from './upload-keeper.ts'

const photo = (name: string) => new File(['x'], name, { type: 'image/jpeg' })

describe('files of an answer', () => {
  test('are sent one after the other, each with its progress, and leave the list when they have arrived', async () => {
    const { keeper, line } = opened()
    keeper.add('slips', [photo('a.jpg'), photo('b.jpg')])
    await line.sending('a.jpg')
    line.progress(0.4)
    expect(shown(keeper)).toEqual(['a.jpg sending 0.4', 'b.jpg waiting 0'])
    line.arrive()
    await line.sending('b.jpg')
    expect(shown(keeper)).toEqual(['b.jpg sending 0'])
    line.arrive()
    await line.idle()
    expect(line.names).toEqual(['a.jpg', 'b.jpg'])
    expect(keeper.uploads()).toEqual([])
  })

  test('one that fails says why and holds up no other; tried again, it is the same file for the server', async () => {
    const { keeper, line } = opened()
    keeper.add('slips', [photo('a.exe'), photo('b.jpg')])
    await line.sending('a.exe')
    line.fail(new ApiProblem('unsupported_file'))
    await line.sending('b.jpg')
    expect(keeper.uploads()[0]).toMatchObject({ state: 'failed', problem: { code: 'unsupported_file' } })
    const { key } = keeper.uploads()[0]!
    line.arrive()
    await line.idle()
    keeper.retry(key)
    await line.sending('a.exe')
    expect(line.keys).toEqual([key, line.keys[1], key])
  })

  test('what found no connection is tried again when there is one', async () => {
    const { keeper, line } = opened()
    keeper.add('slips', [photo('a.jpg')])
    await line.sending('a.jpg')
    line.fail(new ApiProblem('offline'))
    await line.idle()
    keeper.retry('offline')
    await line.sending('a.jpg')
    expect(shown(keeper)).toEqual(['a.jpg sending 0'])
  })

  test('one that is stopped is forgotten, and the next one goes', async () => {
    const { keeper, line } = opened()
    keeper.add('slips', [photo('a.jpg'), photo('b.jpg')])
    await line.sending('a.jpg')
    keeper.stop(keeper.uploads()[0]!.key)
    await line.sending('b.jpg')
    expect(shown(keeper)).toEqual(['b.jpg sending 0'])
  })
})

function shown(keeper: UploadKeeper): string[] {
  return keeper.uploads().map(({ file, state, share }) => `${file.name} ${state} ${share}`)
}

function opened() {
  const line = pretendedLine()
  return { line, keeper: new UploadKeeper(line) }
}

/** A line on which files move when the test says so. */
function pretendedLine() {
  type Going = { upload: Upload; onProgress: (share: number) => void; end: (file: FileView | ApiProblem) => void }
  let going: Going | null = null
  const keys: string[] = []
  const arrived: string[] = []
  const idle = () => new Promise<void>((resolve) => setTimeout(resolve))
  return {
    keys,
    names: arrived,
    idle,
    ready: async () => {},
    arrived: (file: FileView) => void arrived.push(file.name),
    send(upload: Upload, onProgress: (share: number) => void, signal: AbortSignal) {
      keys.push(upload.key)
      return new Promise<FileView>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        going = { upload, onProgress, end: (it) => (it instanceof ApiProblem ? reject(it) : resolve(it)) }
      })
    },
    progress: (share: number) => going!.onProgress(share),
    arrive: () => going!.end(fileOf(going!.upload)),
    fail: (problem: ApiProblem) => going!.end(problem),
    async sending(name: string) {
      await idle()
      expect(going?.upload.file.name).toBe(name)
    },
  }
}

function fileOf({ questionId, file }: Upload): FileView {
  return {
    questionId,
    documentId: file.name as DocumentId,
    name: file.name,
    mediaType: file.type,
    bytes: 1,
    attachedAt: '',
  }
}
