import type { UseFormReturnType } from '@mantine/form'
import { type FormEvent, useEffect, useState } from 'react'
import type { Endpoint, ReturnOf } from '#kernel/contract.ts'
import type { FieldProblem } from '#kernel/refusal.ts'
import { useTextOr } from '../text.tsx'
import type { InputOf } from './call.ts'
import { useAct } from './hooks.ts'
import { ApiProblem } from './problem.ts'

export type FormAct = {
  /** for `<form onSubmit>`: validates, sends, and puts refusals at their fields */
  submit: (event?: FormEvent<HTMLFormElement>) => void
  isRunning: boolean
  /** what could not be put at a field, for a ProblemNote above the buttons */
  problem: ApiProblem | null
}

export type FormActOptions<E extends Endpoint, Values> = {
  /** the call that sends these values; paths of refused fields are those of its body */
  input: (values: Values) => InputOf<E>
  onDone?: ((answer: ReturnOf<E>) => void) | undefined
  /** where the body is shaped differently from the form: the form's path for a body's path */
  pathOf?: (path: string) => string
  touches?: string[]
}

/** Sends a Mantine form to an endpoint. A refusal loses nothing that was typed: it only says, at each field, why. */
export function useFormAct<E extends Endpoint, Values extends object>(
  endpoint: E,
  form: UseFormReturnType<Values>,
  { input, onDone, pathOf = (path) => path, touches = [] }: FormActOptions<E, Values>,
): FormAct {
  const textOr = useTextOr()
  const [leftOver, setLeftOver] = useState<ApiProblem | null>(null)
  const refuse = (problem: ApiProblem) => {
    const { placed, left } = sortFields(problem.fields, pathOf, (path) => hasPath(form.getValues(), path))
    form.setErrors(Object.fromEntries(placed.map(({ path, code, params }) => [path, sentence(textOr, code, params)])))
    const first = placed[0]
    if (first) form.getInputNode(first.path)?.focus()
    if (placed.length === 0 || left.length > 0)
      setLeftOver(new ApiProblem(problem.code, left, problem.detail, problem.requestId))
  }
  const done = (answer: ReturnOf<E>) => {
    form.resetDirty()
    onDone?.(answer)
  }
  const act = useAct(endpoint, { touches, onDone: done, onProblem: refuse })
  const submit = form.onSubmit((values) => {
    setLeftOver(null)
    void act.run(input(values))
  })
  return { submit, isRunning: act.isRunning, problem: leftOver }
}

/** Who has typed nothing sees what others save; what is typed stays until it is saved. */
export function useNewer(isNewer: boolean, form: { isDirty(): boolean }, take: () => void): void {
  useEffect(() => {
    if (isNewer && !form.isDirty()) take()
  })
}

/** Somebody was faster: that is said, and what is typed can be saved over what he saved. */
export function useTold<Kept>(problem: ApiProblem | null, onCurrent: (current: Kept) => void): void {
  useEffect(() => {
    if (problem?.code === 'stale') onCurrent(problem.detail['current'] as Kept)
  })
}

/** A field's problem as a sentence. */
export function useFieldText(): (problem: FieldProblem) => string {
  const textOr = useTextOr()
  return ({ code, params }) => sentence(textOr, code, params)
}

/** Which refused fields the form has (with their form paths), and which it doesn't. */
export function sortFields(
  fields: FieldProblem[],
  pathOf: (path: string) => string,
  has: (path: string) => boolean,
): { placed: FieldProblem[]; left: FieldProblem[] } {
  const placed = fields.map((field) => ({ ...field, path: pathOf(field.path) })).filter(({ path }) => has(path))
  return { placed, left: fields.filter((field) => !has(pathOf(field.path))) }
}

/** Whether a form's values have something under 'stages.0.name'. */
export function hasPath(values: unknown, path: string): boolean {
  let at = values
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(part in at)) return false
    at = (at as Record<string, unknown>)[part]
  }
  return path !== ''
}

/** `nearest` may be absent in a refusal; the message then says nothing of it. */
function sentence(textOr: ReturnType<typeof useTextOr>, code: string, params: FieldProblem['params']): string {
  return textOr(`field.${code}`, 'field.invalid_value', { nearest: 'none', ...params })
}
