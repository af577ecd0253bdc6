import { Button, Radio, TextInput } from '@mantine/core'
import { IconBell, IconChevronRight, IconFolder, IconHome, IconMessage, IconWritingSign } from '@tabler/icons-react'
import { Avatar } from '../../design/avatar.tsx'
import { Card, cardLink } from '../../design/card.tsx'
import { ICON, LARGE_ICON } from '../../design/icon.ts'
import { AppLink, LinkButton } from '../../design/link.tsx'
import { Note } from '../../design/note.tsx'
import { Menu } from '../../design/pop-up.tsx'
import { ProgressBar } from '../../design/progress-bar.tsx'
import { DateText } from '../../design/said.tsx'
import { State } from '../../design/state-dot.tsx'
import { AccountSwitch } from '../../shell/account-switch.tsx'
import { PlainShell } from '../../shell/plain-shell.tsx'
import { PortalShell } from '../../shell/portal-shell.tsx'
import styles from './portal-parts.module.css'

const FIRM = { name: 'Hollis & Vane', colour: '#23497d' }
const NAV = [
  { to: '/gallery/portal', label: 'Home', icon: IconHome },
  { to: '/gallery/portal-messages', label: 'Messages', icon: IconMessage, count: 1 },
  { to: '/gallery/portal-documents', label: 'Documents', icon: IconFolder },
]

export function PortalPart() {
  return (
    <PortalShell firm={FIRM} home="/gallery/portal" nav={NAV} account={<Accounts />}>
      <div className={styles.columns}>
        <section>
          <h1>2 things are waiting for you</h1>
          <p className={styles.lead}>Answer when it suits you; everything is saved as you go.</p>
          <ul className={styles.todos}>
            <li>
              <Card roomy>
                <p className={styles.chip}>
                  <IconBell {...ICON} /> Reminder, today at 9:00
                </p>
                <h2 className={styles.title}>Answer the questions for your 2025 tax return</h2>
                <p className={styles.soft}>Mara can start on your return as soon as your answers are in.</p>
                <p className={styles.when}>
                  <b>
                    By <DateText on="2026-03-20" style="weekday" />
                  </b>
                  , 17 days left
                </p>
                <ProgressBar label="Answers" done={18} total={31} caption="18 of 31 answered, saved yesterday 21:14" />
                <Button variant="filled" fullWidth className={styles.go}>
                  Go on with your answers
                </Button>
              </Card>
            </li>
            <li>
              <Card roomy className={styles.todo}>
                <IconWritingSign {...LARGE_ICON} className={styles.icon} />
                <div>
                  <h3>
                    <AppLink to="/gallery/portal" className={cardLink}>
                      Sign the engagement letter for 2026
                    </AppLink>
                  </h3>
                  <p className={styles.soft}>It says what we do for you this year and what it costs.</p>
                </div>
                <IconChevronRight {...ICON} className={styles.arrow} />
              </Card>
            </li>
          </ul>
        </section>
        <Work />
      </div>
    </PortalShell>
  )
}

function Work() {
  return (
    <section>
      <h2>Work in progress</h2>
      <h3 className={styles.job}>2025 tax return</h3>
      <p>
        <State state="client">
          <b>Waiting for your answers</b>
        </State>
      </p>
      <p className={styles.soft}>When we have them, preparing the return takes about two weeks.</p>
      <div className={styles.who}>
        <Avatar name="Mara Lindqvist" size="l" silent />
        <p>
          <b>Mara Lindqvist</b>
          <br />
          <span className={styles.soft}>Your contact</span>
        </p>
      </div>
      <Radio.Group label="How did you mostly travel to work?" defaultValue="b">
        <Radio value="a" label="Car" />
        <Radio value="b" label="Public transport" />
      </Radio.Group>
    </section>
  )
}

export function SignInPart() {
  return (
    <PlainShell firm={FIRM}>
      <h1>Sign in</h1>
      <p className={styles.lead}>We mail you a link. You don’t need a password.</p>
      <form className={styles.form}>
        <TextInput label="Your e-mail address" type="email" autoComplete="email" defaultValue="sanne@example.com" />
        <Button variant="filled" fullWidth type="submit">
          Mail me a link
        </Button>
      </form>
      <Note tone="accent" title="Tax organizer 2025">
        Your answers so far are saved.
      </Note>
      <p className={styles.foot}>
        <LinkButton>Use another address</LinkButton>
      </p>
    </PlainShell>
  )
}

function Accounts() {
  return (
    <AccountSwitch
      accounts={[
        { id: 'a', name: 'Sanne & Joris Vermeer', waiting: '2 things are waiting' },
        { id: 'b', name: 'Vermeer Ceramics B.V.', waiting: 'Nothing is waiting' },
      ]}
      current="a"
      onSwitch={() => {}}
      email="sanne@example.com"
      onSignOut={() => {}}
    >
      <Menu.Item>Your details and language</Menu.Item>
    </AccountSwitch>
  )
}
