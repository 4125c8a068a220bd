import { useQueryClient } from '@tanstack/react-query'
import { ErrorState, ExplanationSource, SkeletonBlock, useAppearance } from '@waystation/design'
import { App, ConfigProvider } from 'antd'
import enLocale from 'antd/locale/en_US'
import zhLocale from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, useMemo } from 'react'
import { api, whenSignedOut } from './data/client'
import { mustChangePassword, StaffProvider, staffOf, useOwnVenues, useSession } from './data/session'
import { NewPassword } from './shell/new-password'
import { Shell } from './shell/shell'
import { SignIn } from './shell/sign-in'
import { antdTheme } from './shell/theme'

export function Console() {
  const { language, theme, palette } = useAppearance()
  const config = useMemo(() => antdTheme(theme, palette), [theme, palette])
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  return (
    <ConfigProvider theme={config} button={{ autoInsertSpace: false }} locale={language === 'zh' ? zhLocale : enLocale}>
      <App>
        <ExplanationSource load={api.explanation}>
          <Entrance />
        </ExplanationSource>
      </App>
    </ConfigProvider>
  )
}

function Entrance() {
  const session = useSession()
  const venues = useOwnVenues(session.data)
  const client = useQueryClient()
  useEffect(() => {
    whenSignedOut(() => client.setQueryData(['session'], null))
  }, [client])

  if (session.isPending) return <div style={{ padding: 24 }}><SkeletonBlock height={320} /></div>
  if (session.error) return <div style={{ padding: 24 }}><ErrorState error={session.error} onRetry={() => void session.refetch()} /></div>
  if (session.data?.caller.kind !== 'staff') return <SignIn />
  if (mustChangePassword(session.data)) return <NewPassword />
  if (venues.error) return <div style={{ padding: 24 }}><ErrorState error={venues.error} onRetry={() => void venues.refetch()} /></div>
  const staff = venues.data === undefined ? null : staffOf(session.data, venues.data)
  if (!staff) return <div style={{ padding: 24 }}><SkeletonBlock height={320} /></div>
  return (
    <StaffProvider staff={staff}>
      <Shell />
    </StaffProvider>
  )
}
