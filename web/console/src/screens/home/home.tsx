import type { HomeCard, Money, WaitingWork } from '@waystation/client'
import { useQuery } from '@tanstack/react-query'
import { dictionary, EmptyState, ErrorState, Figure, SkeletonBlock, Sparkline, useAppearance, useTexts } from '@waystation/design'
import type { CSSProperties } from 'react'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { entries, mayOpen } from '../../shell/entries'
import { Page } from '../../shell/page'
import { consolePath } from '../../shell/search'
import { shell } from '../../shell/texts'

const texts = dictionary(
  {
    hello: (name: string) => `你好，${name}`,
    purpose: '今天要看的数字和要做的事；每个数字都能点到它的数据行。',
    empty: '还没有数字',
    limited: (venues: string) => `只看得到这些地点：${venues}`,
    limitedHint: '其他地点的数据和全公司的数字，这个账号看不到。要扩大范围，请找管理员。',
    emptyHint: '导入时刻表并开始售票后，这里会显示当天的情况。示例数据可以点右上角「播放一天」。',
    shortcuts: '常用',
    asOf: (time: string) => `截至 ${time}`,
    trend: '近况',
    waiting: '等你处理',
    nothing: '没有了',
    figures: '今天',
  },
  {
    hello: (name: string) => `Hello, ${name}`,
    purpose: "Today's figures and things to do; every figure leads to its rows.",
    empty: 'No figures yet',
    limited: (venues: string) => `You see these venues: ${venues}`,
    limitedHint: 'Figures of other venues and of the whole company are not for this account. An administrator can widen it.',
    emptyHint: 'They appear once a timetable is imported and sales have begun. With demo data, use "Play a day" at the top.',
    shortcuts: 'Shortcuts',
    asOf: (time: string) => `as of ${time}`,
    trend: 'recent days',
    waiting: 'Waiting for you',
    nothing: 'none',
    figures: 'Today',
  },
)

export default function Home() {
  const t = useTexts(texts)
  const s = useTexts(shell)
  const staff = useStaff()
  const home = useQuery({
    queryKey: ['home'],
    queryFn: () => api.home(),
    enabled: staff.may('home.read'),
    refetchInterval: 10_000,
  })
  const shortcuts = entries.filter((entry) => entry.path !== '/' && mayOpen(staff, entry))
  const roles = staff.roles.map((role) => s.roles[role as keyof typeof s.roles] ?? role).join(' · ')
  return (
    <Page title={t.hello(staff.name)} name={s.entries.home} purpose={`${roles} · ${t.purpose}`}>
      <WaitingQueues queues={home.data?.waiting ?? []} />
      {home.error ? (
        <ErrorState error={home.error} onRetry={() => void home.refetch()} />
      ) : staff.may('home.read') && home.isPending ? (
        <div className="figures">
          {Array.from({ length: 5 }, (_, index) => (
            <SkeletonBlock key={index} height={112} />
          ))}
        </div>
      ) : (home.data?.cards ?? []).length === 0 ? (
        <div className="w-card">
          {staff.venues === null ? <EmptyState title={t.empty} hint={t.emptyHint} /> : <EmptyState title={t.limited(staff.venues.join(' · '))} hint={t.limitedHint} />}
        </div>
      ) : (
        <>
        <h2 className="section-title">{t.figures}</h2>
        <div className="figures home-figures" style={{ '--columns': columnsFor((home.data?.cards ?? []).length) } as CSSProperties}>
          {(home.data?.cards ?? []).map((card) => (
            <CardOf key={card.code} card={card} />
          ))}
        </div>
        </>
      )}
      <h2 className="section-title">{t.shortcuts}</h2>
      <div className="shortcuts">
        {shortcuts.map((entry) => (
          <Link key={entry.key} to={entry.path} className="w-card shortcut">
            {s.entries[entry.key]}
          </Link>
        ))}
      </div>
    </Page>
  )
}

/** What waits for this person, each with the way to where it is worked off. */
function WaitingQueues({ queues }: { queues: WaitingWork[] }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  if (queues.length === 0) return null
  return (
    <section className="waiting" aria-label={t.waiting}>
      <h2 className="section-title">{t.waiting}</h2>
      <div className="waiting-row">
        {queues.map((queue) => (
          <Link key={queue.code} to={consolePath(queue.href)} className={`w-card waiting-one${queue.count === 0 ? ' is-done' : ''}`}>
            <span>{say(queue.label)}</span>
            <b className="num">{queue.count === 0 ? t.nothing : formats.count(queue.count)}</b>
          </Link>
        ))}
      </div>
    </section>
  )
}

/** The number of columns that leaves no card alone in its row. */
export function columnsFor(count: number): number {
  if (count <= 5) return Math.max(count, 1)
  return [5, 4, 3].find((columns) => count % columns === 0) ?? [5, 4, 3].find((columns) => count % columns > 1) ?? 4
}

function isMoney(value: HomeCard['value']): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value
}

function CardOf({ card }: { card: HomeCard }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const money = isMoney(card.value) ? card.value : null
  const unit = say(card.unit)
  const percent = unit === '%' || unit === 'percent'
  const value = money
    ? formats.moneyShort(money)
    : typeof card.value === 'number'
      ? percent ? formats.percent(card.value / 100, 2) : formats.short(card.value)
      : (card.value ?? '—')
  const exact = money ? formats.money(money) : typeof card.value === 'number' ? `${formats.count(card.value)} ${unit}` : undefined
  const note = [say(card.note), card.asOf ? t.asOf(formats.clock(card.asOf)) : ''].filter(Boolean).join(' · ')
  const figure = (
    <Figure label={say(card.label)} value={value as string} unit={percent ? null : unit} exact={exact} note={note}>
      {card.trend && card.trend.length > 1 && <Sparkline values={card.trend} name={`${say(card.label)} ${t.trend}`} />}
    </Figure>
  )
  return card.href ? (
    <Link to={consolePath(card.href)} className="figure-link">
      {figure}
    </Link>
  ) : (
    figure
  )
}
