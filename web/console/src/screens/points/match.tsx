import { useQuery } from '@tanstack/react-query'
import type { MoneyMatch } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Figure, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { DatePicker, Table } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useStaff, useWorld } from '../../data/session'

const texts = dictionary(
  {
    day: '哪一天', purpose: '这一天结清的每笔订单，在订单、支付和账本里各是多少。三处一致才算对上。', order: '订单', paid: '支付', booked: '账本', orderNote: '卖出减退票', paidNote: '到账减退款', bookedNote: '入账减退票', count: '订单数', matched: (n: string) => `${n} 笔对上`, allMatch: '三处一致，没有差异', differ: (n: string) => `${n} 笔对不上`, differNote: '逐笔看下面：哪一处少了，从那一处补。', none: '这一天没有结清的订单', noneHint: '换一天看看。', other: (sum: string) => `另有 ${sum} 来自年卡、入园和商城，不在这里比对。`,
    difference: '差在哪里', at: '结清', gap: '差额', kinds: { NO_PAYMENT: '卖出了，没有到账', NOTHING_SOLD: '到账了，没有卖出', AMOUNT_DIFFERS: '订单与支付金额不同', LEDGER_DIFFERS: '账本金额不同' },
  },
  {
    day: 'Which day', purpose: 'Every order settled on this day as orders, payments and ledger have it. It matches when all three agree.', order: 'Orders', paid: 'Payments', booked: 'Ledger', orderNote: 'sold less returned', paidNote: 'captured less refunded', bookedNote: 'booked less returned', count: 'Orders', matched: (n: string) => `${n} match`, allMatch: 'All three agree; nothing differs', differ: (n: string) => `${n} do not match`, differNote: 'See each below; mend it where it is missing.', none: 'Nothing was settled on this day', noneHint: 'Try another day.', other: (sum: string) => `${sum} more came for passes, park entries and rewards; not compared here.`,
    difference: 'Where it differs', at: 'Settled', gap: 'Gap', kinds: { NO_PAYMENT: 'sold, no money came', NOTHING_SOLD: 'money came, nothing sold', AMOUNT_DIFFERS: 'order and payment differ', LEDGER_DIFFERS: 'the ledger differs' },
  },
)

type Line = MoneyMatch['differences'][number]

/** The money of a day in three books, side by side. */
export function Match() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const now = useWorld().data?.now
  const [filters, change] = useFilters({ tab: 'match', day: '' })
  const day = filters.day || formats.isoDate(now ?? new Date())
  const match = useQuery({ enabled: !!now, queryKey: ['money-match', day], queryFn: () => api.moneyMatch(day) })
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const m = match.data
  return (
    <div className="stack">
      <div className="filters">
        <DatePicker aria-label={t.day} allowClear={false} value={dayjs(day)} onChange={(next) => next && change({ day: next.format('YYYY-MM-DD') })} />
        <span className="w-quiet">{t.purpose}</span>
      </div>
      {match.error ? (
        <ErrorState error={match.error} onRetry={() => void match.refetch()} />
      ) : !m ? (
        <SkeletonBlock height={260} />
      ) : m.orders === 0 ? (
        <div className="w-card list-card"><EmptyState title={t.none} hint={t.noneHint} /></div>
      ) : (
        <>
          <p className={`verdict${m.differences.length > 0 ? ' is-stop' : ''}`} role="status">
            <b>{m.differences.length > 0 ? t.differ(formats.count(m.differences.length)) : t.allMatch}</b> <span className="w-quiet">{m.differences.length > 0 ? t.differNote : t.matched(formats.count(m.matched))}</span>
          </p>
          <div className="figures">
            <Figure label={t.order} value={yuan(m.orderMinor)} note={t.orderNote} />
            <Figure label={t.paid} value={yuan(m.paidMinor)} note={t.paidNote} tone={m.paidMinor === m.orderMinor ? undefined : 'stop'} />
            <Figure label={t.booked} value={yuan(m.bookedMinor)} note={t.bookedNote} tone={m.bookedMinor === m.orderMinor ? undefined : 'stop'} />
            <Figure label={t.count} value={formats.count(m.orders)} note={t.matched(formats.count(m.matched))} />
          </div>
          {m.otherMinor !== 0 && <p className="w-quiet">{t.other(yuan(m.otherMinor))}</p>}
          {m.differences.length > 0 && <Differences lines={m.differences} />}
        </>
      )}
    </div>
  )
}

function Differences({ lines }: { lines: Line[] }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const may = useStaff().may
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const amount = (title: string, read: (line: Line) => number) => ({ title, align: 'right' as const, className: 'num', render: (_: unknown, line: Line) => yuan(read(line)) })
  return (
    <div className="w-card list-card">
      <Table
        size="middle"
        pagination={lines.length > 50 ? { pageSize: 50 } : false}
        scroll={{ x: 'max-content' }}
        rowKey={(line) => `${line.orderId} ${line.at}`}
        dataSource={lines}
        columns={[
          { title: t.order, render: (_, line) => (may('orders.read') && line.orderId ? <Link to={`/orders/${line.orderId}`}>{line.orderId}</Link> : (line.orderId ?? '—')) },
          { title: t.at, render: (_, line) => <DateTimeText at={line.at} /> },
          { title: t.difference, render: (_, line) => <span className="chips">{line.differences.map((kind) => <Mark key={kind} tone="stop">{wordFor(t.kinds, kind)}</Mark>)}</span> },
          amount(t.order, (line) => line.orderMinor),
          amount(t.paid, (line) => line.paidMinor),
          amount(t.booked, (line) => line.bookedMinor),
          amount(t.gap, (line) => Math.max(Math.abs(line.orderMinor - line.paidMinor), Math.abs(line.orderMinor - line.bookedMinor))),
        ]}
      />
    </div>
  )
}
