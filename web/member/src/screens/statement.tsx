import { useInfiniteQuery } from '@tanstack/react-query'
import { dictionary, EmptyState, ErrorState, SkeletonBlock, useAppearance, useTexts, Why } from '@waystation/design'
import { Link, useSearchParams } from 'react-router'
import { api } from '../data/api'
import { words } from '../data/words'
import { Page } from '../parts/page'

const texts = dictionary(
  {
    title: '积分明细', kind: '看什么', from: '从', to: '到', order: '订单号', all: '全部', in: '得到的', out: '用掉的', expired: '到期的', back: '退回和收回', pending: '待入账', held: '冻结', clear: '清除筛选', more: '再看更早的', after: (n: string) => `之后余 ${n}`, of: (order: string) => `订单 ${order}`, until: (day: string) => `${day} 前有效`, none: '没有符合的记录', noneHint: '换一段时间，或清除筛选', missing: '有一程的积分没到账？', claim: '申请补登', filters: '筛选',
    balance: (n: string, held: string, pending: string) => [`可用 ${n}`, held && `冻结 ${held}`, pending && `待入账 ${pending}`].filter(Boolean).join(' · '),
  },
  {
    title: 'Points history', kind: 'Show', from: 'From', to: 'To', order: 'Order', all: 'Everything', in: 'Earned', out: 'Used', expired: 'Expired', back: 'Given and taken back', pending: 'Pending', held: 'Held', clear: 'Clear filters', more: 'Earlier ones', after: (n: string) => `${n} left after it`, of: (order: string) => `order ${order}`, until: (day: string) => `valid until ${day}`, none: 'Nothing fits', noneHint: 'Try other days or clear the filters', missing: 'Points of a trip are missing?', claim: 'Claim them', filters: 'Filter',
    balance: (n: string, held: string, pending: string) => [`${n} to use`, held && `${held} held`, pending && `${pending} pending`].filter(Boolean).join(' · '),
  },
)

const KINDS: Record<string, string> = {
  in: 'credit,activation,transfer_in,reinstatement',
  out: 'spend,capture,transfer_out,deduction',
  expired: 'expiry',
  back: 'return,reversal,restoration',
  pending: 'promise,cancellation',
  held: 'hold,release',
}

/** Every line of the account, by kind, days and order, each with its reason in plain words. */
export function Statement() {
  const t = useTexts(words)
  const own = useTexts(texts)
  const { say, formats } = useAppearance()
  const [query, setQuery] = useSearchParams()
  const value = (name: string) => query.get(name) ?? ''
  const set = (name: string, to: string) => {
    if (to) query.set(name, to)
    else query.delete(name)
    setQuery(query, { replace: true })
  }
  const asked = Object.fromEntries(Object.entries({ kind: KINDS[value('kind')] ?? '', from: value('from'), to: value('to'), order: value('order') }).filter(([, one]) => one))
  const found = useInfiniteQuery({
    queryKey: ['points', 'statement', asked],
    queryFn: ({ pageParam }) => api.statement({ ...asked, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.postings.next || undefined,
  })
  const first = found.data?.pages[0]
  const lines = found.data?.pages.flatMap((page) => page.postings.items) ?? []
  const some = (n: number) => (n > 0 ? formats.count(n) : '')
  return (
    <Page title={own.title} back="/benefits">
      {first && <p className="m-quiet num">{own.balance(formats.count(first.spendable), some(first.held), some(first.pending))}</p>}
      <details className="m-card m-filters" open={query.size > 0}>
        <summary>{own.filters}</summary>
        <div className="m-form">
          <label>
            {own.kind}
            <select className="m-input" value={value('kind')} onChange={(event) => set('kind', event.target.value)}>
              <option value="">{own.all}</option>
              {Object.keys(KINDS).map((kind) => (
                <option key={kind} value={kind}>
                  {own[kind as 'in']}
                </option>
              ))}
            </select>
          </label>
          <label>
            {own.from}
            <input className="m-input num" type="date" value={value('from')} onChange={(event) => set('from', event.target.value)} />
          </label>
          <label>
            {own.to}
            <input className="m-input num" type="date" value={value('to')} onChange={(event) => set('to', event.target.value)} />
          </label>
          <label>
            {own.order}
            <input className="m-input num" defaultValue={value('order')} key={value('order')} onBlur={(event) => set('order', event.target.value.trim())} />
          </label>
          {query.size > 0 && (
            <button type="button" className="m-second" onClick={() => setQuery({}, { replace: true })}>
              {own.clear}
            </button>
          )}
        </div>
      </details>
      <section className="m-card">
        {found.error ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : found.isPending ? (
          <SkeletonBlock />
        ) : lines.length === 0 ? (
          <EmptyState title={query.size > 0 ? own.none : t.noPoints} hint={query.size > 0 ? own.noneHint : t.noPointsHint} />
        ) : (
          <ul className="m-list">
            {lines.map((one) => (
              <li key={one.entryNo} className="m-between">
                <span>
                  {say(one.label)}
                  <small className="m-quiet num">{formats.dateTime(one.at)}</small>
                  {one.order && <small className="m-quiet">{own.of(one.order)}</small>}
                  {one.amount > 0 && one.expiresOn && <small className="m-quiet">{own.until(formats.date(one.expiresOn))}</small>}
                </span>
                <span className="m-right num">
                  <b className={one.amount > 0 ? 'm-good' : ''}>{formats.signed(one.amount)}</b>
                  <small className="m-quiet">{own.after(formats.count(one.balanceAfter))}</small>
                  <Why subject={`${t.points} ${formats.signed(one.amount)}`} explanation={one.why ?? one.plain} />
                </span>
              </li>
            ))}
          </ul>
        )}
        {found.hasNextPage && (
          <button type="button" className="m-second m-wide" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {own.more}
          </button>
        )}
      </section>
      <Link className="m-action m-card" to="/claims">
        <span>{own.missing}</span>
        <b>{own.claim}</b>
      </Link>
    </Page>
  )
}
