import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { OrganizerFilling } from '#features/organizers/web/fill/organizer-filling.tsx'
import { NextTodo } from '#features/portal/web/next-todo.tsx'
import { askAgain } from '../../api/hooks.ts'
import { Missing } from '../../shell/missing.tsx'
import { signInPath } from '../entry/portal-address.ts'
import { useClientSession } from './use-client-session.ts'

const route = getRouteApi('/portal/organizers/$id/{-$place}')

/** An organizer, filled in by a client who is signed in. */
export function PortalOrganizerPage() {
  const { id, place } = route.useParams()
  const navigate = useNavigate()
  const router = useRouter()
  const queries = useQueryClient()
  const [isMissing, setMissing] = useState(false)
  useClientSession()
  // the start page counts anew what was answered here
  useEffect(() => () => void askAgain(queries, (topic) => topic === 'portal'), [queries])
  if (isMissing) return <Missing />
  return (
    <OrganizerFilling
      key={id}
      organizerId={id}
      place={place}
      pathOf={(to) => `/portal/organizers/${id}/${to}`}
      go={(to) => void navigate({ to: '/portal/organizers/$id/{-$place}', params: { id, place: to } })}
      home="/portal"
      next={<NextTodo finished={id} />}
      onOut={(reason) => {
        if (reason === 'not_found') setMissing(true)
        else router.history.push(signInPath(router.state.location))
      }}
    />
  )
}
