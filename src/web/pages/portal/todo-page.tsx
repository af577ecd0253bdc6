import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { organizersContract } from '#features/organizers/contract.ts'
import { OrganizerFilling } from '#features/organizers/web/fill/organizer-filling.tsx'
import type { ReturnOf } from '#kernel/contract.ts'
import { useEndpoint } from '../../api/hooks.ts'
import { ProblemNote } from '../../design/problem-note.tsx'
import { Loading } from '../../design/skeleton.tsx'
import { useReader, useText } from '../../text.tsx'
import { EntryPage } from '../entry/entry-page.tsx'
import { TodoElsewhere } from './todo-elsewhere.tsx'
import { TodoFree } from './todo-free.tsx'
import { TodoOld } from './todo-old.tsx'

export type TodoLink = ReturnOf<typeof organizersContract.getTodoLink>

const route = getRouteApi('/todo/$token/{-$place}')

/** What the link of a mail opens: one organizer and nothing else (D-12 b). Looking at this page uses up nothing. */
export function TodoPage() {
  const t = useText()
  const { token } = route.useParams()
  const { suggestLocale } = useReader()
  const [isOut, setOut] = useState(false)
  const link = useEndpoint(organizersContract.getTodoLink, { params: { token } })
  const locale = link.data?.locale
  useEffect(() => {
    if (locale) suggestLocale(locale)
  }, [locale, suggestLocale])
  if (link.error?.code === 'not_found' || isOut)
    return <EntryPage title={t('todo.unknown')} lead={t('todo.unknown_text')} />
  if (link.error) {
    return (
      <EntryPage title={t('todo.open')}>
        <ProblemNote problem={link.error} onRetry={() => void link.refetch()} />
      </EntryPage>
    )
  }
  if (!link.data) return <Loading />
  const { state, organizerId } = link.data
  if (state === 'here' && organizerId) {
    const onOut = async () => {
      const { data } = await link.refetch()
      if (data?.state === 'here') setOut(true)
    }
    return <Filling token={token} organizerId={organizerId} onOut={() => void onOut()} />
  }
  if (organizerId) return <Navigate to="/portal/organizers/$id/{-$place}" params={{ id: organizerId }} replace />
  switch (state) {
    case 'here':
    case 'free':
      return <TodoFree token={token} link={link.data} />
    case 'elsewhere':
      return <TodoElsewhere token={token} link={link.data} />
    case 'expired':
      return <TodoOld token={token} link={link.data} />
  }
}

function Filling({ token, organizerId, onOut }: { token: string; organizerId: string; onOut: () => void }) {
  const navigate = useNavigate()
  const { place } = route.useParams()
  return (
    <OrganizerFilling
      organizerId={organizerId}
      place={place}
      pathOf={(to) => `/todo/${token}/${to}`}
      go={(to) => void navigate({ to: '/todo/$token/{-$place}', params: { token, place: to } })}
      home={null}
      onOut={onOut}
    />
  )
}
