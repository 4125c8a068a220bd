import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dictionary, ErrorState, Figure, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, DatePicker, InputNumber, Table } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useWorld } from '../../data/session'

const texts = dictionary(
  {
    day: '哪一天', outstanding: '储值余额', outstandingNote: '本金加赠金', needed: '应存入专户', held: '专户现有', short: '不足', enough: '足够', dormant: '一年没有动过', cards: (n: string) => `${n} 张卡`, what: '', opening: '日初', toppedUp: '充值', spent: '消费', returned: '退回', refunded: '退卡', other: '其他', closing: '日末', kinds: { stored_principal: '本金', stored_gift: '赠金' }, tell: '登记专户余额', save: '登记', yuan: '元',
  },
  {
    day: 'Which day', outstanding: 'Stored value', outstandingNote: 'principal and gift', needed: 'Custody needed', held: 'In custody', short: 'short', enough: 'enough', dormant: 'Untouched for a year', cards: (n: string) => `${n} cards`, what: '', opening: 'Opening', toppedUp: 'Topped up', spent: 'Spent', returned: 'Returned', refunded: 'Refunded', other: 'Other', closing: 'Closing', kinds: { stored_principal: 'Principal', stored_gift: 'Gift' }, tell: 'Record the custody balance', save: 'Record', yuan: 'yuan',
  },
)

/** Stored value over a day: opening, what came and went, closing, and what the law wants kept. */
export function StoredFlow() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const client = useQueryClient()
  const now = useWorld().data?.now
  const [filters, change] = useFilters({ tab: 'stored', day: '' })
  const [custody, setCustody] = useState<number | null>(null)
  const day = filters.day || formats.isoDate(now ?? new Date())
  const flow = useQuery({ enabled: !!now, queryKey: ['stored-flow', day], queryFn: () => api.storedFlow(day) })
  const tell = useAction((minor: number, key) => api.tellCustody(day, minor, key), () => void client.invalidateQueries({ queryKey: ['stored-flow'] }))
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  if (flow.error) return <ErrorState error={flow.error} onRetry={() => void flow.refetch()} />
  if (!flow.data) return <SkeletonBlock height={320} />
  const sheet = flow.data
  const columns = (['opening', 'toppedUp', 'spent', 'returned', 'refunded', 'other', 'closing'] as const).map((field) => ({ title: t[field], align: 'right' as const, className: 'num', render: (_: unknown, line: (typeof sheet.lines)[number]) => (field === 'closing' ? <b>{yuan(line[field])}</b> : yuan(line[field])) }))
  return (
    <div className="stack">
      <div className="filters">
        <DatePicker aria-label={t.day} allowClear={false} value={dayjs(day)} onChange={(next) => next && change({ day: next.format('YYYY-MM-DD') })} />
        <span className="filters-right">
          <InputNumber aria-label={t.tell} placeholder={t.tell} min={0} precision={2} suffix={t.yuan} value={custody} onChange={setCustody} style={{ width: 220 }} />
          <Button disabled={custody === null} loading={tell.isPending} onClick={() => custody !== null && tell.mutate(Math.round(custody * 100))}>{t.save}</Button>
        </span>
      </div>
      {tell.error && <ErrorState error={tell.error} kept />}
      <div className="figures">
        <Figure label={t.outstanding} value={yuan(sheet.outstanding)} note={t.outstandingNote} />
        <Figure label={t.needed} value={yuan(sheet.custodyNeeded)} />
        <Figure label={t.held} value={yuan(sheet.custodyHeld)} note={sheet.custodyShort ? t.short : t.enough} tone={sheet.custodyShort ? 'stop' : 'good'} />
        <Figure label={t.dormant} value={yuan(sheet.dormantMinor)} note={t.cards(formats.count(sheet.dormant))} />
      </div>
      <div className="w-card list-card">
        <Table size="middle" pagination={false} rowKey="currency" scroll={{ x: 'max-content' }} dataSource={sheet.lines} columns={[{ title: t.what, render: (_, line) => <b>{wordFor(t.kinds, line.currency)}</b> }, ...columns]} />
      </div>
    </div>
  )
}
