import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, versionOf, type Journey, type Shapes } from '@waystation/client'
import { dictionary, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { App, Button, Checkbox, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState, type KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useNow, useStaff } from '../../data/session'
import { useVenueDays } from '../../data/venue-days'
import { FilterBar, Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { newStepId } from '../engagement/journey-graph'
import { keepTrial } from '../engagement/launch-keep'
import { drawingOf, planOf, trialKey, trialOf } from '../engagement/launch-plan'
import { feastOf, lunarWord } from './lunar'
import { again, daysOf, everyDay, isMovable, kinds, ofJourneys, ofMultipliers, ofWindows, shifted, type Kind, type Planned } from './planned'

type Trial = Shapes['experiment.ReportTrial.TrialView']

const texts = dictionary(
  {
    title: '运营日历', purpose: '安排好的事都在这里：触达、旅程、券、竞拍、抽奖、邀请有礼、积分倍率。还是草稿的触达可以拖到别的日子。', month: '月', week: '周', view: '看多久', before: '往前', after: '往后', today: '今天', weekdays: '一 二 三 四 五 六 日', show: '显示', create: '发起触达',
    kinds: { launch: '触达', journey: '旅程', coupon: '优惠券', auction: '竞拍', draw: '抽奖', referral: '邀请有礼', multiplier: '积分倍率' }, turns: { begins: '开始', ends: '结束', once: '', repeats: '每周/每月' } as Record<string, string>, states: { draft: '草稿', published: '已发起', paused: '已暂停' } as Record<string, string>,
    move: '拖到别的日子，或按 Alt+方向键移动', stays: { published: '已发起，不能改期；要改请先停止。', past: '已经过去。', other: '请到它自己的页面改。' }, moved: (name: string, day: string) => `“${name}”改到 ${day}`, undo: '撤销', pastDay: '不能改到过去的日子。',
    reuse: '照搬上周', reuseTitle: (n: number) => `把上周的 ${n} 次触达搬到这一周？`, reuseEffect: '人群、文案、对照组和钟点不变，日期往后 7 天；先存为草稿，逐个核对后发起。', reuseNone: '上周没有可以照搬的触达，或已经搬过了。', notNow: '先不搬', reused: (n: number) => `已搬来 ${n} 个草稿`,
    effect: (entered: string) => `进入 ${entered}`, verdicts: { WITHHELD: '不给结论', TOO_EARLY: '为时尚早', BETTER: '更好', WORSE: '更差', HARMS_A_GUARD: '伤到底线', NO_DIFFERENCE: '没有差别' } as Record<string, string>, daily: '每天都开', empty: '这段时间还没有安排', more: (n: number) => `还有 ${n} 项`,
  },
  {
    title: 'Calendar', purpose: 'All that is planned: messages, journeys, coupons, auctions, draws, referral, multiplier days. A message that is still a draft can be dragged to another day.', month: 'Month', week: 'Week', view: 'How much', before: 'Earlier', after: 'Later', today: 'Today', weekdays: 'Mon Tue Wed Thu Fri Sat Sun', show: 'Show', create: 'Launch a message',
    kinds: { launch: 'Message', journey: 'Journey', coupon: 'Coupon', auction: 'Auction', draw: 'Draw', referral: 'Referral', multiplier: 'Multiplier' }, turns: { begins: 'begins', ends: 'ends', once: '', repeats: 'again and again' } as Record<string, string>, states: { draft: 'draft', published: 'launched', paused: 'paused' } as Record<string, string>,
    move: 'Drag to another day, or move with Alt and arrow keys', stays: { published: 'Launched, so its day stays; stop it first to change it.', past: 'It is over.', other: 'Change it on its own page.' }, moved: (name: string, day: string) => `“${name}” moved to ${day}`, undo: 'Undo', pastDay: 'A day that is over cannot be chosen.',
    reuse: 'Reuse last week', reuseTitle: (n: number) => `Take ${n} messages of last week into this one?`, reuseEffect: 'Segment, text, control group and clock stay, the day is 7 days later; each is a draft to be reviewed and launched.', reuseNone: 'Last week has no message to take over, or it is here already.', notNow: 'Not now', reused: (n: number) => `${n} drafts made`,
    effect: (entered: string) => `${entered} entered`, verdicts: { WITHHELD: 'No verdict', TOO_EARLY: 'Too early', BETTER: 'Better', WORSE: 'Worse', HARMS_A_GUARD: 'Harms a guard', NO_DIFFERENCE: 'No difference' } as Record<string, string>, daily: 'Open every day', empty: 'Nothing is planned in this time', more: (n: number) => `${n} more`,
  },
)

/** Everything planned on a grid of days. */
export default function PlanCalendar() {
  const t = useTexts(texts)
  const staff = useStaff()
  const today = dayjs(useNow()).format('YYYY-MM-DD')
  const [filters, change] = useFilters({ view: 'month', day: today, hide: '' })
  const days = daysOf(filters.view, filters.day)
  const hidden = new Set(filters.hide.split(',').filter(Boolean))
  const { planned, journeys, trials, failed, pending, retry } = usePlanned(days)
  const shown = planned.filter((one) => !hidden.has(one.kind))
  const turn = (by: number) => change({ day: filters.view === 'week' ? shifted(filters.day, by * 7) : dayjs(filters.day).startOf('month').add(by, 'month').format('YYYY-MM-DD') })
  const may = staff.may('journeys.write')
  return (
    <Page
      title={t.title}
      name={t.title}
      purpose={t.purpose}
      actions={
        may && (
          <>
            {filters.view === 'week' && <Reuse journeys={journeys} week={days} today={today} />}
            <Link to="/journeys/launch"><Button type="primary">{t.create}</Button></Link>
          </>
        )
      }
    >
      <FilterBar>
        <Segmented aria-label={t.view} value={filters.view} options={[{ value: 'month', label: t.month }, { value: 'week', label: t.week }]} onChange={(view) => change({ view })} />
        <Button aria-label={t.before} onClick={() => turn(-1)}>←</Button>
        <b className="num" aria-live="polite">{filters.view === 'week' ? `${days[0]} – ${days.at(-1)}` : filters.day.slice(0, 7)}</b>
        <Button aria-label={t.after} onClick={() => turn(1)}>→</Button>
        <Button onClick={() => change({ day: today })}>{t.today}</Button>
        <Checkbox.Group aria-label={t.show} className="cal-kinds" value={kinds.filter((kind) => !hidden.has(kind))} options={kinds.map((value) => ({ value, label: <span className={`cal-key is-${value}`}>{t.kinds[value]}</span> }))} onChange={(kept) => change({ hide: kinds.filter((kind) => !kept.includes(kind)).join(',') })} />
      </FilterBar>
      {failed ? <ErrorState error={failed} onRetry={retry} /> : pending ? <SkeletonBlock height={520} /> : <Grid days={days} month={filters.view === 'month' ? filters.day.slice(0, 7) : null} today={today} planned={shown} trials={trials} may={may} />}
      {!pending && !failed && shown.length === 0 && <p className="w-quiet" role="status">{t.empty}</p>}
      <Daily journeys={journeys} />
    </Page>
  )
}

/** All that lies on these days, of all kinds this person may see. */
function usePlanned(days: string[]) {
  const staff = useStaff()
  const venue = useVenueDays()
  const dayOf = (instant: string) => ({ day: venue.shown(instant).format('YYYY-MM-DD'), time: venue.shown(instant).format('HH:mm') })
  const perks = staff.may('coupons.read')
  const rules = staff.may('rules.read')
  const journeys = useQuery({ queryKey: ['journeys', 'calendar'], queryFn: async () => itemsOf(await api.journeys()), refetchInterval: 30_000 })
  const trials = useQuery({ queryKey: ['experiments'], queryFn: async () => itemsOf(await api.experiments()) })
  const coupons = useQuery({ queryKey: ['coupon-campaigns', 'calendar'], queryFn: async () => itemsOf(await api.couponCampaigns({ limit: 200 })), enabled: perks })
  const auctions = useQuery({ queryKey: ['auctions', 'calendar'], queryFn: async () => itemsOf(await api.auctionList()), enabled: perks })
  const draws = useQuery({ queryKey: ['draws', 'calendar'], queryFn: async () => itemsOf(await api.drawList()), enabled: perks })
  const referral = useQuery({ queryKey: ['referral-campaigns', 'calendar'], queryFn: async () => itemsOf(await api.referralCampaigns()), enabled: staff.may('referral.read') })
  const programmes = useQuery({ queryKey: ['earning-programmes'], queryFn: async () => itemsOf(await api.earningProgrammes()), staleTime: 600_000, enabled: rules })
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  const multipliers = useQueries({ queries: (programmes.data ?? []).flatMap((one) => months.map((month) => ({ queryKey: ['earning-calendar', one.code, month], queryFn: () => api.earningCalendar(one.code, month) }))) })
  const asked = [journeys, trials, coupons, auctions, draws, referral, programmes, ...multipliers]
  const planned: Planned[] = [
    ...ofJourneys(journeys.data ?? [], days),
    ...ofWindows('coupon', (coupons.data ?? []).map((one) => ({ id: one.id, name: one.name, from: one.startsAt, until: one.endsAt, state: one.state, href: `/coupons/${encodeURIComponent(one.id)}` })), dayOf),
    ...ofWindows('auction', (auctions.data ?? []).map((one) => ({ id: one.id, name: one.name, from: one.opens, until: one.ends, state: one.state, href: '/auctions' })), dayOf),
    ...ofWindows('draw', (draws.data ?? []).map((one) => ({ id: one.id, name: one.name, from: one.opens, until: one.closes, state: one.open ? 'published' : 'draft', href: '/games' })), dayOf),
    ...ofWindows('referral', (referral.data ?? []).map((one) => ({ id: one.id, name: one.terms.name, from: one.terms.startsAt, until: one.closedAt ?? one.terms.endsAt, state: one.state, href: `/referral/${encodeURIComponent(one.id)}` })), dayOf),
    ...multipliers.flatMap((one) => (one.data ? ofMultipliers(one.data) : [])),
  ].filter((one) => days.includes(one.day))
  return {
    planned,
    journeys: journeys.data ?? [],
    trials: trials.data ?? [],
    failed: asked.find((one) => one.error)?.error ?? null,
    pending: journeys.isPending,
    retry: () => asked.filter((one) => one.error).forEach((one) => void one.refetch()),
  }
}

interface GridProps { days: string[]; month: string | null; today: string; planned: Planned[]; trials: Trial[]; may: boolean }

function Grid({ days, month, today, planned, trials, may }: GridProps) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const client = useQueryClient()
  const [over, setOver] = useState<string | null>(null)
  const [dragged, setDragged] = useState<Planned | null>(null)
  const renew = () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] === 'journeys' || query.queryKey[0] === 'journey' })
  const moving = useAction(
    async ({ id, day }: { id: string; day: string; from: string }, key) => {
      const now = await api.journey(id)
      const at = now.trigger.at
      if (!at) return now
      return api.redrawJourney(id, { code: now.code, name: now.name, reEntry: now.reEntry, graph: now.graph, priority: now.priority, trigger: { ...now.trigger, at: { ...at, on: day } } }, versionOf(now), key)
    },
    (moved, asked) => {
      renew()
      void message.success({ key: 'moved', content: <>{t.moved(say(moved.name), asked.day)} <Button type="link" size="small" onClick={() => moving.mutate({ id: asked.id, day: asked.from, from: asked.day })}>{t.undo}</Button></> })
    },
  )
  const move = (one: Planned, day: string) => {
    if (!may || !isMovable(one, today) || day === one.day || !one.journey) return
    if (day < today) return void message.warning(t.pastDay)
    moving.mutate({ id: one.journey.id, day, from: one.day }, { onError: (error) => void message.error(problemText(error)) })
  }
  return (
    <section className={`w-card cal ${month ? 'is-month' : 'is-week'}`} aria-busy={moving.isPending}>
      {t.weekdays.split(' ').map((name) => <span key={name} className="cal-head" aria-hidden>{name}</span>)}
      {days.map((day) => {
        const own = planned.filter((one) => one.day === day).sort((a, b) => (a.time ?? '').localeCompare(b.time ?? ''))
        const feast = feastOf(day)
        const most = month ? 4 : own.length
        return (
          <div
            key={day}
            className={`cal-day${day === today ? ' is-today' : ''}${day < today ? ' is-past' : ''}${month && !day.startsWith(month) ? ' is-outside' : ''}${feast ? ' is-feast' : ''}${over === day && dragged ? (day < today ? ' is-barred' : ' is-over') : ''}`}
            role="group"
            aria-label={`${day} ${say(feast ?? lunarWord(day))}`}
            onDragOver={(event) => {
              if (!dragged || day < today) return
              event.preventDefault()
              setOver(day)
            }}
            onDragLeave={() => setOver((now) => (now === day ? null : now))}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged) move(dragged, day)
              setOver(null)
              setDragged(null)
            }}
          >
            <div className="cal-date">
              <b className="num">{Number(day.slice(8))}</b>
              <small className={feast ? 'cal-feast' : ''}>{say(feast ?? lunarWord(day))}</small>
            </div>
            {own.slice(0, most).map((one) => (
              <Chip key={one.key} one={one} today={today} may={may} wide={!month} trial={trials.find((trial) => one.journey && trial.key === trialKey(one.journey.code))} onMove={(by) => move(one, shifted(one.day, by))} onDrag={setDragged} />
            ))}
            {own.length > most && <Link className="cal-more" to={`/calendar?view=week&day=${day}`}>{t.more(own.length - most)}</Link>}
          </div>
        )
      })}
    </section>
  )
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

interface ChipProps { one: Planned; today: string; may: boolean; wide: boolean; trial: Trial | undefined; onMove(by: number): void; onDrag(one: Planned | null): void }

/** One thing planned: opens by a click, moves by drag or keys where that harms nobody, and says why where not. */
function Chip({ one, today, may, wide, trial, onMove, onDrag }: ChipProps) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const movable = may && isMovable(one, today)
  const turn = one.turn ? t.turns[one.turn] : ''
  const hint = movable ? t.move : one.kind !== 'launch' ? t.stays.other : one.state === 'draft' ? t.stays.past : t.stays.published
  const onKey = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (!movable || !event.altKey || by === undefined) return
    event.preventDefault()
    onMove(by)
  }
  const entered = one.kind === 'launch' && one.journey && one.journey.enrolled > 0 ? t.effect(formats.count(one.journey.enrolled)) : null
  return (
    <Link
      to={one.href}
      className={`cal-chip is-${one.kind}${one.state === 'draft' ? ' is-draft' : ''}${movable ? ' is-movable' : ''}`}
      draggable={movable}
      title={`${t.kinds[one.kind as Kind]} · ${say(one.name)} — ${hint}`}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', one.key)
        onDrag(one)
      }}
      onDragEnd={() => onDrag(null)}
      onKeyDown={onKey}
    >
      <span className="cal-name">
        {one.time && one.kind !== 'coupon' && <span className="num">{one.time} </span>}
        {say(one.name)} {one.detail && <b className="num">{one.detail}</b>} {turn && <small>{turn}</small>}
      </span>
      {one.kind === 'launch' && (
        <small className="cal-effect num">
          {wordFor(t.states, one.state)}
          {entered && ` · ${entered}`}
          {trial?.told && (wide ? <> <Mark tone={trial.told.verdict === 'BETTER' ? 'good' : 'plain'}>{wordFor(t.verdicts, trial.told.verdict)}</Mark></> : ` · ${wordFor(t.verdicts, trial.told.verdict)}`)}
        </small>
      )}
    </Link>
  )
}

/** Drafts of last week's launches, a week later. */
function Reuse({ journeys, week, today }: { journeys: Journey[]; week: string[]; today: string }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const { message, modal } = App.useApp()
  const problemText = useProblemText()
  const client = useQueryClient()
  const found = again(journeys, week, today).flatMap(({ journey, day }) => {
    const plan = planOf(journey, say(journey.name))
    return plan ? [{ plan: { ...plan, day }, name: journey.name }] : []
  })
  const copy = useAction(
    async (wanted: typeof found) => {
      for (const one of wanted) {
        const code = `launch-${newStepId().slice(1)}`
        if (one.plan.control > 0) await keepTrial(trialOf(one.plan, code, one.name, 0))
        await api.draftJourney(drawingOf(one.plan, code, one.name))
      }
    },
    (_, wanted) => void message.success(t.reused(wanted.length)),
    () => void client.invalidateQueries({ queryKey: ['journeys'] }),
  )
  const ask = () => {
    if (found.length === 0) return void message.info(t.reuseNone)
    modal.confirm({
      title: t.reuseTitle(found.length),
      content: <><ul>{found.map((one) => <li key={one.plan.day + say(one.name)} className="num">{one.plan.day} {one.plan.time} {say(one.name)}</li>)}</ul><p>{t.reuseEffect}</p></>,
      okText: t.reuse,
      cancelText: t.notNow,
      onOk: () => copy.mutate(found, { onError: (error) => void message.error(problemText(error)) }),
    })
  }
  return <Button disabled={copy.isPending} onClick={ask}>{t.reuse}</Button>
}

function Daily({ journeys }: { journeys: Journey[] }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const open = everyDay(journeys)
  if (open.length === 0) return null
  return (
    <section className="w-card cal-daily">
      <h2 className="card-title">{t.daily}</h2>
      {open.map((journey) => <Link key={journey.id} className="cal-chip is-journey" to={`/journeys/${encodeURIComponent(journey.id)}`}><span className="num">{journey.trigger.at?.time.slice(0, 5)}</span> {say(journey.name)}</Link>)}
    </section>
  )
}
