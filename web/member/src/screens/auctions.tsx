import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useAction, type Shapes } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { useState } from 'react'
import { api } from '../data/api'
import { usePointBalance } from '../data/session'
import { Asked } from '../parts/asked'
import { Page } from '../parts/page'

type Auction = Shapes['auctions.AuctionView']

export const auctionWords = dictionary(
  {
    entry: '积分竞拍', see: '去看看', title: '积分竞拍', none: '现在没有竞拍', noneHint: '开场前会发通知', available: (n: string) => `可用 ${n} 积分`, price: '当前价', units: (n: string) => `${n} 个名额`, ends: (at: string) => `${at} 结束`, opens: (at: string) => `${at} 开始`, bidders: (n: string) => `${n} 人出价`, most: '最多愿意出', bid: '出价', raise: '加价', from: (n: string) => `至少 ${n} 积分`,
    held: (n: string) => `已冻结 ${n} 积分`, free: '没有冻结积分', hint: '先冻结最高出价；被超过立即退回，成交只付当前价，多冻结的退回', paid: (n: string) => `实付 ${n} 积分`, why: '价格怎么来的',
    own: { leading: '您领先', waiting: '您是候补', outbid: '已被超过', winning: '正在结算', won: '您已胜出', lost: '未胜出', disqualified: '出价已取消' } as Record<string, string>,
    states: { open: '进行中', closing: '结算中', closed: '已结束', cancelled: '已取消' } as Record<string, string>,
  },
  {
    entry: 'Auctions for points', see: 'Have a look', title: 'Auctions for points', none: 'No auction now', noneHint: 'We will tell you before the next one', available: (n: string) => `${n} points to use`, price: 'Price now', units: (n: string) => `${n} to win`, ends: (at: string) => `ends ${at}`, opens: (at: string) => `begins ${at}`, bidders: (n: string) => `${n} bidders`, most: 'I would pay at most', bid: 'Bid', raise: 'Raise', from: (n: string) => `at least ${n} points`,
    held: (n: string) => `${n} points are held`, free: 'No points are held', hint: 'Your highest offer is held. Outbid, it comes back at once; winning, you pay the price only', paid: (n: string) => `paid ${n} points`, why: 'How the price is made',
    own: { leading: 'You lead', waiting: 'You are next', outbid: 'Outbid', winning: 'Being settled', won: 'You won', lost: 'Not won', disqualified: 'Bid cancelled' } as Record<string, string>,
    states: { open: 'Open', closing: 'Settling', closed: 'Ended', cancelled: 'Cancelled' } as Record<string, string>,
  },
)

export function Auctions() {
  const t = useTexts(auctionWords)
  const { formats } = useAppearance()
  const balance = usePointBalance()?.amount ?? 0
  const all = useQuery({ queryKey: ['auctions'], queryFn: api.auctions, refetchInterval: 3_000 })
  return (
    <Page title={t.title} back="/benefits">
      <p className="m-quiet num">{t.available(formats.count(balance))}</p>
      <p className="m-quiet">{t.hint}</p>
      <Asked of={all}>
        {(auctions) => (auctions.length === 0 ? <EmptyState title={t.none} hint={t.noneHint} /> : <>{auctions.map((one) => <AuctionCard key={one.id} auction={one} />)}</>)}
      </Asked>
    </Page>
  )
}

function AuctionCard({ auction }: { auction: Auction }) {
  const t = useTexts(auctionWords)
  const { say, formats } = useAppearance()
  return (
    <section className="m-card">
      <div className="m-between">
        <h2>{say(auction.name)}</h2>
        <span className="m-tag">{wordFor(t.states, auction.state)}</span>
      </div>
      <p className="m-between">
        <span>
          <span className="m-quiet">{t.price}</span> <b className="num">{formats.points(auction.price)}</b>
        </span>
        <Why subject={`${t.price} ${formats.points(auction.price)}`} name={t.why} explanation={auction.why} />
      </p>
      <p className="m-quiet num">
        {[t.units(formats.count(auction.units)), t.bidders(formats.count(auction.bidders)), auction.begun ? t.ends(formats.dateTime(auction.closes)) : t.opens(formats.dateTime(auction.opens))].join(' · ')}
      </p>
      {auction.ownState && (
        <p className="m-between" role="status">
          <b>
            {wordFor(t.own, auction.ownState)}
            {auction.ownState === 'won' && auction.ownPrice !== null ? ` · ${t.paid(formats.count(auction.ownPrice ?? 0))}` : ''}
          </b>
          <span className="num">{auction.held > 0 ? t.held(formats.count(auction.held)) : t.free}</span>
        </p>
      )}
      {auction.state === 'open' && auction.begun && <BidForm auction={auction} />}
    </section>
  )
}

function BidForm({ auction }: { auction: Auction }) {
  const t = useTexts(auctionWords)
  const { formats } = useAppearance()
  const queries = useQueryClient()
  const [typed, setTyped] = useState<number | null>(null)
  const most = typed ?? auction.leastBid
  const bid = useAction(
    (offer: number, key) => api.bid(auction.id, offer, key),
    () => setTyped(null),
    () => {
      for (const name of ['auctions', 'points', 'tier']) void queries.invalidateQueries({ queryKey: [name] })
    },
  )
  const live = auction.ownState === 'leading' || auction.ownState === 'waiting'
  return (
    <form
      className="m-form"
      onSubmit={(event) => {
        event.preventDefault()
        bid.mutate(most)
      }}
    >
      <label>
        <span>
          {t.most} <small className="m-quiet num">{t.from(formats.count(auction.leastBid))}</small>
        </span>
        <input className="m-input num" type="number" inputMode="numeric" min={1} max={auction.mostBid} value={most} onChange={(event) => setTyped(Number(event.target.value))} />
      </label>
      <button type="submit" className="m-primary" disabled={bid.isPending || most <= 0}>
        {live ? t.raise : t.bid}
      </button>
      {bid.error && <ErrorState error={bid.error} kept />}
    </form>
  )
}
