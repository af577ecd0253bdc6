import { useAct } from '#web/api/hooks.ts'
import { LinkButton } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'

/** Mails the sign-in link once more to the same address. */
export function MailAgain({ slug, email }: { slug: string; email: string }) {
  const t = useText()
  const say = useToast()
  const mail = useAct(identityContract.askForSignInLink, { onDone: () => say(t('portalin.mailed_again')) })
  return (
    <>
      <p>
        <LinkButton disabled={mail.isRunning} onClick={() => void mail.run({ params: { slug }, body: { email } })}>
          {t('portalin.mail_again')}
        </LinkButton>
      </p>
      <ProblemNote problem={mail.problem} />
    </>
  )
}
