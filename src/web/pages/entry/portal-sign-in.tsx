import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { firmsContract } from '#features/firms/contract.ts'
import { identityContract } from '#features/identity/contract.ts'
import { AskForLink } from '#features/identity/web/ask-for-link.tsx'
import { EnterPortal } from '#features/identity/web/enter-portal.tsx'
import { MailAgain } from '#features/identity/web/mail-again.tsx'
import { isLocale } from '#kernel/locale.ts'
import { useEndpoint } from '../../api/hooks.ts'
import { LinkButton } from '../../design/link.tsx'
import { Loading } from '../../design/skeleton.tsx'
import { Missing } from '../../shell/missing.tsx'
import { Rich, useReader, useText } from '../../text.tsx'
import { EntryPage } from './entry-page.tsx'
import { useEntrySearch } from './entry-search.ts'
import { rememberPortal } from './portal-address.ts'

/** A client's way in: asks for a link, or, opened by one, asks before it signs in (D-12 a). */
export function PortalSignInPage() {
  const { slug = '' } = useParams({ strict: false })
  const { token } = useEntrySearch()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const firm = useEndpoint(firmsContract.getPortalFirm, { params: { slug } })
  useFirmsLanguage(firm.data?.locale)
  if (firm.error?.code === 'not_found') return <Missing />
  if (!firm.data) return <Loading />
  const shown = { name: firm.data.name, colour: firm.data.color }
  if (sentTo !== null) return <Sent slug={slug} firm={shown} email={sentTo} onOther={() => setSentTo(null)} />
  return token ? (
    <Opened slug={slug} token={token} firm={shown} onSent={setSentTo} />
  ) : (
    <Ask slug={slug} firm={shown} onSent={setSentTo} />
  )
}

type Firm = { name: string; colour: string }
type AskProps = { slug: string; firm: Firm; onSent: (email: string) => void }

function Ask({ slug, firm, onSent }: AskProps) {
  const t = useText()
  return (
    <EntryPage firm={firm} title={t('signin.title')} lead={t('portalin.lead')} foot={<p>{t('portalin.which')}</p>}>
      <AskForLink slug={slug} onDone={onSent} />
    </EntryPage>
  )
}

function Sent({ slug, firm, email, onOther }: { slug: string; firm: Firm; email: string; onOther: () => void }) {
  const t = useText()
  const foot = (
    <>
      <p>{t('portalin.nothing')}</p>
      <MailAgain slug={slug} email={email} />
      <p>
        <LinkButton onClick={onOther}>{t('portalin.other')}</LinkButton>
      </p>
    </>
  )
  const lead = <Rich id="portalin.sent" values={{ email: <b>{email}</b> }} />
  return <EntryPage firm={firm} title={t('portalin.look_in_mail')} lead={lead} foot={foot} />
}

function Opened({ token, ...ask }: AskProps & { token: string }) {
  const t = useText()
  const navigate = useNavigate()
  const [refused, setRefused] = useState<string | null>(null)
  const link = useEndpoint(identityContract.getMailedLink, { params: { token } })
  const reason = refused ?? link.error?.code
  if (reason) return <Ended {...ask} used={reason === 'link_used'} />
  if (!link.data) return <Loading />
  const enter = () => {
    rememberPortal(ask.slug)
    void navigate({ to: '/portal' as string })
  }
  const title = t('portalin.as', { name: link.data.name })
  return (
    <EntryPage firm={ask.firm} title={title} lead={t('portalin.stay')} foot={<p>{t('portalin.not_you')}</p>}>
      <EnterPortal token={token} onRefused={setRefused} onDone={enter} />
    </EntryPage>
  )
}

function Ended({ slug, firm, used, onSent }: AskProps & { used: boolean }) {
  const t = useText()
  const [title, lead] = used
    ? [t('refusal.link_used'), t('portalin.used')]
    : [t('refusal.link_expired'), t('portalin.old')]
  return (
    <EntryPage firm={firm} title={title} lead={lead}>
      <AskForLink slug={slug} again onDone={onSent} />
    </EntryPage>
  )
}

/** Where neither the reader nor his browser chose one of our languages, the firm's. */
function useFirmsLanguage(locale: ReturnType<typeof useReader>['locale'] | undefined): void {
  const { setLocale } = useReader()
  useEffect(() => {
    const wished = navigator.languages.some((tag) => isLocale(tag.slice(0, 2)))
    if (locale && !wished && localStorage.getItem('throughline.locale') === null) setLocale(locale)
  }, [locale, setLocale])
}
