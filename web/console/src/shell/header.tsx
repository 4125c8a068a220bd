import { GlobalOutlined, MenuOutlined, MoonOutlined, SearchOutlined, SunOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useAppearance, useTexts } from '@waystation/design'
import { App, Button, Dropdown, Tooltip } from 'antd'
import { useNavigate } from 'react-router'
import { useAction } from '../data/action'
import { api } from '../data/client'
import { useSetSession, useStaff, useWorld } from '../data/session'
import { useProblemText } from './problem'
import { JobBell, useJobs } from './jobs'
import { shell } from './texts'

export function Header({ onSearch, onKeys, onMenu }: { onSearch(): void; onKeys(): void; onMenu(): void }) {
  const t = useTexts(shell)
  const look = useAppearance()
  const staff = useStaff()
  return (
    <header className="top">
      <Button type="text" className="top-menu" icon={<MenuOutlined />} aria-label={t.openMenu} onClick={onMenu} />
      <button type="button" className="top-search" onClick={onSearch} aria-keyshortcuts="Control+K">
        <span>
          <SearchOutlined aria-hidden="true" /> {t.search.open}
        </span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="top-right">
        <Clock />
        <PlayDay />
        {staff.may('jobs.read') && <JobBell />}
        <Tooltip title={t.keys}>
          <Button type="text" className="wide-only" aria-label={t.keys} onClick={onKeys}>
            ?
          </Button>
        </Tooltip>
        <Button type="text" icon={<GlobalOutlined />} aria-label={t.languageName} onClick={() => look.setLanguage(look.language === 'zh' ? 'en' : 'zh')}>
          <span className="wide-only">{t.language}</span>
        </Button>
        <Tooltip title={look.theme === 'light' ? t.toDark : t.toLight}>
          <Button
            type="text"
            aria-label={look.theme === 'light' ? t.toDark : t.toLight}
            icon={look.theme === 'light' ? <MoonOutlined /> : <SunOutlined />}
            onClick={() => look.setTheme(look.theme === 'light' ? 'dark' : 'light')}
          />
        </Tooltip>
        <Account />
      </div>
    </header>
  )
}

function Clock() {
  const t = useTexts(shell)
  const { formats } = useAppearance()
  const world = useWorld().data
  if (!world) return null
  const text = formats.dateTime(world.now)
  return world.simulated ? <span className="clock num">{t.clock(text)}</span> : <span className="w-quiet num">{text}</span>
}

function PlayDay() {
  const t = useTexts(shell)
  const { message } = App.useApp()
  const problemText = useProblemText()
  const staff = useStaff()
  const world = useWorld().data
  const client = useQueryClient()
  const playing = (useJobs().data ?? []).some((job) => /play/i.test(job.kind) && (job.state === 'running' || job.state === 'queued'))
  const play = useAction(
    (hours: number, key) => api.play(hours, key),
    () => void client.invalidateQueries({ queryKey: ['jobs'] }),
  )
  if (!world?.demo || !staff.may('demo.play')) return null
  return (
    <Tooltip title={t.playHint}>
      <Button
        size="small"
        disabled={playing}
        loading={play.isPending || playing}
        onClick={() => play.mutate(24, { onError: (error) => void message.error(problemText(error)) })}
      >
        {playing ? t.playing : t.play}
      </Button>
    </Tooltip>
  )
}

function Account() {
  const t = useTexts(shell)
  const staff = useStaff()
  const setSession = useSetSession()
  const navigate = useNavigate()
  const roles = staff.roles.map((role) => t.roles[role as keyof typeof t.roles] ?? role).join(' · ')
  const leave = useAction(
    () => api.signOut(),
    () => {
      setSession(null)
      void navigate('/')
    },
  )
  return (
    <Dropdown trigger={['click']} menu={{ items: [{ key: 'out', label: t.signOut, onClick: () => leave.mutate(undefined) }] }}>
      <Button type="text" aria-label={`${t.account} ${staff.name}`}>
        {staff.name} <span className="w-quiet wide-only">{roles}</span>
      </Button>
    </Dropdown>
  )
}
