import { useEffect, useState, useSyncExternalStore } from 'react'
import { call, upload } from '#web/api/call.ts'
import { ApiProblem } from '#web/api/problem.ts'
import { organizersContract } from '../../contract.ts'
import type { PortalOrganizerView } from '../../schemas.ts'
import { AnswerKeeper, type Kept } from './answer-keeper.ts'
import type { Filling, FillingActs, FillingWays, Saved } from './filling.tsx'
import { storeOnDevice } from './unsaved-store.ts'
import { UploadKeeper } from './upload-keeper.ts'
import { useShown } from './use-shown.ts'

/** What the browser sends although its page is gone must be small. */
const MOST_KEPT_ALIVE = 50_000
const TYPING_PAUSE = 600

/** An organizer that a client fills in: saved as it is typed, with or without a connection. */
export function useClientFilling(first: PortalOrganizerView, ways: FillingWays): Filling {
  const [keepers] = useState(() => keepersOf(first))
  const kept = useSyncExternalStore(keepers.answers.subscribe, keepers.answers.kept)
  const uploads = useSyncExternalStore(keepers.uploads.subscribe, keepers.uploads.uploads)
  const { view, answers, clashes, ended } = kept
  const shown = useShown(view.definition, answers, view.files, ways.place)
  useKeeping(keepers)
  return {
    name: view.name,
    firmName: view.firm.name,
    definition: view.definition,
    ...shown,
    answers,
    files: view.files,
    uploads,
    saved: savedOf(kept),
    editable: ended === null,
    ended,
    submittedAt: view.submittedAt,
    clashes,
    acts: { ...keepers.acts, answer: shown.answering(keepers.acts.answer) },
    ways,
  }
}

type Keepers = { answers: AnswerKeeper; uploads: UploadKeeper; acts: FillingActs }

function keepersOf(view: PortalOrganizerView): Keepers {
  const params = { id: view.id }
  const answers = new AnswerKeeper(
    view,
    {
      load: () => call(organizersContract.getPortalOrganizer, { params }),
      save: (questionId, value, revision) => {
        const body = { value, revision }
        const keepalive = document.visibilityState === 'hidden' && JSON.stringify(body).length < MOST_KEPT_ALIVE
        return call(organizersContract.saveAnswer, { params: { ...params, questionId }, body }, { keepalive })
      },
    },
    storeOnDevice(view.id),
  )
  const uploads = new UploadKeeper({
    ready: () => answers.flush(),
    send: ({ key, questionId, file }, onProgress, signal) =>
      upload(organizersContract.attachFile, {
        params: { ...params, questionId },
        file,
        onProgress,
        signal,
        idempotencyKey: key,
      }),
    arrived: (file) => answers.change({ files: [...answers.kept().view.files, file] }),
  })
  return { answers, uploads, acts: actsOf(answers, uploads) }
}

function actsOf(answers: AnswerKeeper, uploads: UploadKeeper): FillingActs {
  const params = { id: answers.kept().view.id }
  return {
    answer: (question, value, pace) => answers.answer(question.id, value, pace === 'typing' ? TYPING_PAUSE : 0),
    flush: () => void answers.flush(),
    settle: (questionId, keep) => answers.settle(questionId, keep),
    addFiles: (question, files) => uploads.add(question.id, files),
    retry: (key) => uploads.retry(key),
    stop: (key) => uploads.stop(key),
    async detach({ questionId, documentId }) {
      await call(organizersContract.detachFile, { params: { ...params, questionId, documentId } })
      const isIt = (file: { questionId: string; documentId: string }) =>
        file.questionId === questionId && file.documentId === documentId
      answers.change({ files: answers.kept().view.files.filter((file) => !isIt(file)) })
    },
    async submit() {
      await answers.flush()
      if (answers.kept().saving !== 'saved') throw new ApiProblem('offline')
      try {
        const { submittedAt } = await call(organizersContract.submitOrganizer, { params })
        answers.change({ status: 'submitted', submittedAt })
      } finally {
        // a refusal tells that somebody else changed what is asked or answered
        void answers.refresh()
      }
    },
  }
}

/** Goes on when the connection is back, looks again when the page is, and leaves nothing behind when it goes. */
function useKeeping({ answers, uploads }: Keepers): void {
  useEffect(() => {
    const onOnline = () => {
      void answers.flush()
      uploads.retry('offline')
    }
    const onSight = () => void (document.visibilityState === 'hidden' ? answers.flush() : answers.refresh())
    const onLeave = () => answers.leave()
    const onUnload = (event: BeforeUnloadEvent) => {
      if (uploads.uploads().some(({ state }) => state !== 'failed')) event.preventDefault()
    }
    answers.start()
    window.addEventListener('online', onOnline)
    window.addEventListener('pagehide', onLeave)
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('visibilitychange', onSight)
    return () => {
      window.removeEventListener('online', onOnline)
      window.removeEventListener('pagehide', onLeave)
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('visibilitychange', onSight)
      answers.stop()
    }
  }, [answers, uploads])
}

function savedOf({ saving, savedAt, view }: Kept): Saved {
  if (saving === 'waiting') return { state: 'waiting', at: null }
  if (saving !== 'saved') return { state: 'saving', at: null }
  const at = savedAt ?? (view.startedAt ? view.updatedAt : null)
  return { state: at ? 'saved' : 'calm', at }
}
