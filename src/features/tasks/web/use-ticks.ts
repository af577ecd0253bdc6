import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { useToast } from '#web/design/toast.tsx'
import { useTextOr } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import type { TaskDetail } from '../schemas.ts'

/** Ticks show at once and count at once; what is typed beside them waits for its own saving (T-5). */
export function useTicks({ id, subtasks }: TaskDetail) {
  const textOr = useTextOr()
  const toast = useToast()
  const [asked, setAsked] = useState<ReadonlyMap<string, boolean>>(new Map())
  // once the server says the same, it alone is believed: others tick as well
  const unheard = [...asked].filter(([key, done]) => subtasks.some((line) => line.id === key && line.done !== done))
  if (unheard.length !== asked.size) setAsked(new Map(unheard))
  const forget = (subtaskId: string) =>
    setAsked((before) => new Map([...before].filter(([known]) => known !== subtaskId)))
  const { run } = useAct(tasksContract.setSubtask, {
    touches: ['jobs'],
    onProblem: ({ code }, { params }) => {
      forget(String(params.subtaskId))
      toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true })
    },
  })
  return {
    done: new Set(subtasks.filter((line) => asked.get(line.id) ?? line.done).map((line) => line.id)),
    onTick: (subtaskId: string, done: boolean) => {
      setAsked((before) => new Map([...before, [subtaskId, done]]))
      void run({ params: { id, subtaskId }, body: { done } })
    },
  }
}
