import { Problem } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { kept, memberCode } from '../data/kept'
import { useMe, useTier } from '../data/session'
import { words } from '../data/words'
import { Page } from '../parts/page'
import { Qr } from '../parts/qr'

const texts = dictionary(
  { offline: '现在没有网络，会员码照常可用', none: '这台手机还没有登录过', noneHint: '有网络时登录一次，以后没有网络也能出示' },
  { offline: 'No network now; your code works all the same', none: 'Nobody has signed in on this phone', noneHint: 'Sign in once with a network; afterwards the code opens without one' },
)

/** The member code, as large as the phone allows; it needs neither a network nor an answer. */
export function CodeScreen() {
  const t = useTexts(words)
  const own = useTexts(texts)
  const { say } = useAppearance()
  const me = useMe()
  const tier = useTier().data
  const online = useOnline()
  const member = me.data ?? kept.read()
  const offline = !online || (me.error instanceof Problem && me.error.offline)
  return (
    <Page title={t.memberCode} back="/">
      {member ? (
        <section className="m-card m-code">
          <Qr text={memberCode(member.id)} name={t.memberCode} />
          <b className="m-big">{member.name}</b>
          {tier && <p>{say(tier.name)}</p>}
          <p className="m-quiet">{t.memberCodeLine}</p>
          {offline && <p className="m-done" role="status">{own.offline}</p>}
        </section>
      ) : me.isLoading ? null : me.error && !offline ? (
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        <EmptyState title={own.none} hint={own.noneHint} action={<Link className="m-link" to="/sign-in">{t.signIn}</Link>} />
      )}
    </Page>
  )
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online
}
