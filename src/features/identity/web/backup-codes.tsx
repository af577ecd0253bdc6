import { Button } from '@mantine/core'
import { Buttons, Stack } from '#web/design/form.tsx'
import { useText } from '#web/text.tsx'
import looks from './second-factor-setup.module.css'

/** The backup codes, the only time they are shown. */
export function BackupCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useText()
  const text = codes.join('\n')
  return (
    <Stack>
      <p>{t('factor.codes_lead')}</p>
      <ul className={looks.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Buttons>
        <Button
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="backup-codes.txt"
        >
          {t('factor.download')}
        </Button>
        <Button variant="filled" onClick={onKept}>
          {t('factor.kept')}
        </Button>
      </Buttons>
    </Stack>
  )
}
