import { useSyncExternalStore } from 'react'

let followed: readonly string[] = []
const hearers = new Set<() => void>()

/** Shows the progress of a bulk act in the corner until it is closed, on whatever page one is. */
export function followBulkAct(id: string): void {
  set([...followed.filter((other) => other !== id), id])
}

export function unfollowBulkAct(id: string): void {
  set(followed.filter((other) => other !== id))
}

export function useFollowedBulkActs(): readonly string[] {
  return useSyncExternalStore(subscribe, () => followed)
}

function set(ids: readonly string[]): void {
  followed = ids
  for (const hear of hearers) hear()
}

function subscribe(hear: () => void): () => void {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}
