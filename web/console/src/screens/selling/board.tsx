import { useQuery } from '@tanstack/react-query'
import type { Board, BoardCell } from '@waystation/client'
import { AsOf, dictionary, ErrorState, Figure, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useNow, useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { Batches } from './batches'
import { CellCard } from './cell-card'
import { Matrix } from './matrix'
import { sellingWords } from './words'

const texts = dictionary(
  {
    purpose: '谁能买、买几张、什么时候买。格子是当前可售。', which: '哪些区间还能买？', origin: '出发 ↓   到达 →',
    edit: '修改方案', create: '制定方案', few: '少', many: '多', kept: '有座但未放', full: '已满', seats: '定员', sold: '已售（座·公里）', revenue: '收入',
    next: '下次放票', none: '没有', seatUnit: '座', planOf: (name: string, version: number) => `方案 ${name} 第 ${version} 版`, noPlan: '没有方案，全部开放', rhythm: '放票节奏', people: '人次', choose: '点一个格子，看它为什么是这个数。', classOf: '席别',
  },
  {
    purpose: 'Who may buy, how many, and when. A cell shows what can be bought now.', which: 'Which origin-destinations can still be bought?', origin: 'from ↓   to →',
    edit: 'Change plan', create: 'Make a plan', few: 'few', many: 'many', kept: 'free but not released', full: 'full', seats: 'Seats', sold: 'Sold (seat-km)', revenue: 'Revenue',
    next: 'Next batch', none: 'none', seatUnit: 'seats', planOf: (name: string, version: number) => `Plan ${name} version ${version}`, noPlan: 'No plan, all open', rhythm: 'Release rhythm', people: 'requests', choose: 'Choose a cell to see why it has this number.', classOf: 'Class',
  },
)

const defaults = { class: 'second', cell: '' }

export default function BoardScreen() {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { formats, language } = useAppearance()
  const staff = useStaff()
  const { runId = '' } = useParams()
  const [filters, change] = useFilters(defaults)
  const run = useQuery({ queryKey: ['run', runId], queryFn: () => api.run(runId) })
  const board = useQuery({ queryKey: ['board', runId, filters.class], queryFn: () => api.board(runId, filters.class), refetchInterval: 10_000 })

  const calls = board.data?.calls ?? run.data?.calls ?? []
  const nameOf = (index: number) => {
    const call = calls.find((one) => one.index === index) ?? calls[index]
    return call ? (language === 'zh' ? call.nameZh : call.nameEn || call.nameZh) : '—'
  }
  const code = run.data?.trainCode ?? board.data?.trainCode ?? ''
  const day = run.data?.serviceDate ?? board.data?.serviceDate
  const route = calls.length > 1 ? `${nameOf(calls[0]!.index)} → ${nameOf(calls.at(-1)!.index)}` : ''
  const className = s.classes[filters.class as keyof typeof s.classes] ?? filters.class
  const title = [code, route, day ? formats.date(day) : '', className].filter(Boolean).join('  ')
  const chosen = board.data?.cells.find((cell) => `${cell.from}-${cell.to}` === filters.cell) ?? null
  const planLink = `/release/${encodeURIComponent(runId)}/plan?class=${filters.class}`

  return (
    <Page
      title={title || '…'}
      name={`${code} ${className}`}
      purpose={t.purpose}
      actions={
        <>
          {run.data && run.data.classes.length > 1 && (
            <Segmented
              aria-label={t.classOf}
              value={filters.class}
              options={run.data.classes.map((offer) => ({ value: offer.seatClass, label: wordFor(s.classes, offer.seatClass) }))}
              onChange={(value) => change({ class: value, cell: '' })}
            />
          )}
          {staff.may('release.plan') && (
            <Link to={planLink}>
              <Button type="primary">{board.data?.plan ? t.edit : t.create}</Button>
            </Link>
          )}
        </>
      }
    >
      {board.error ? (
        <ErrorState error={board.error} onRetry={() => void board.refetch()} />
      ) : !board.data ? (
        <div className="stack">
          <SkeletonBlock height={96} />
          <SkeletonBlock height={360} />
        </div>
      ) : (
        <>
          <Figures board={board.data} />
          <div className="columns">
            <div className="stack">
              <section className="w-card">
                <h2 className="card-title">
                  {t.which}
                  <small>
                    {t.origin} {board.data.asOf && <AsOf at={board.data.asOf} />}
                  </small>
                </h2>
                <Matrix calls={calls} cells={board.data.cells} chosen={filters.cell} onChoose={(cell) => change({ cell: `${cell.from}-${cell.to}` })} nameOf={nameOf} />
                <Legend />
              </section>
              {board.data.batches.length > 0 && (
                <section className="w-card">
                  <h2 className="card-title">
                    {t.rhythm}
                    <small>{planName(board.data, t, language)}</small>
                  </h2>
                  <Batches batches={board.data.batches} />
                </section>
              )}
            </div>
            <div className="stack">
              {chosen ? <CellCard cell={chosen} seats={board.data.figures.seats} nameOf={nameOf} /> : <p className="w-card w-quiet">{t.choose}</p>}
              {board.data.batches.length === 0 && <p className="w-card w-quiet">{planName(board.data, t, language)}</p>}
            </div>
          </div>
        </>
      )}
    </Page>
  )
}

function planName(board: Board, t: { planOf(name: string, version: number): string; noPlan: string }, language: 'zh' | 'en'): string {
  if (!board.plan) return t.noPlan
  const name = board.plan.name
  return t.planOf(typeof name === 'object' && name !== null ? name[language] : (name ?? board.plan.trainCode), board.plan.version)
}

function Figures({ board }: { board: Board }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const now = useNow()
  const f = board.figures
  const next = f.nextBatchAt ?? board.batches.find((batch) => batch.at && batch.at > now)?.at ?? null
  return (
    <div className="figures">
      <Figure label={t.seats} value={formats.count(f.seats)} unit={t.seatUnit} />
      <Figure label={t.sold} value={formats.percent(f.soldShare)} />
      <Figure label={t.revenue} value={formats.moneyShort(f.revenue)} exact={formats.money(f.revenue)} />
      <Figure label={t.next} value={next ? formats.time(next) : t.none} note={next ? formats.date(next) : undefined} />
    </div>
  )
}

function Legend() {
  const t = useTexts(texts)
  const [shown] = useState<[string, string][]>([['heat-0', 'few'], ['heat-3', 'many'], ['is-kept', 'kept'], ['is-full', 'full']])
  const words: Record<string, string> = { few: t.few, many: t.many, kept: t.kept, full: t.full }
  return (
    <div className="legend" aria-hidden="true">
      {shown.map(([style, word]) => (
        <span key={style}>
          <i className={`legend-box ${style}`} /> {words[word]}
        </span>
      ))}
    </div>
  )
}

export type { BoardCell }
