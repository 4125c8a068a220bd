import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type FoundCard } from '@waystation/client'
import { DateTimeText, EmptyState, ErrorState, Figure, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Input, InputNumber, Modal, Segmented, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { RefundCard } from './refund-card'
import { words } from './words'

type Act = 'FREEZE' | 'THAW' | 'REPORT_LOST' | 'REISSUE'
const possible: Record<string, Act[]> = { ACTIVE: ['FREEZE', 'REPORT_LOST', 'REISSUE'], FROZEN: ['THAW', 'REPORT_LOST'], LOST: ['REISSUE'], CLOSED: [] }

/** A card at the counter, found by scanning it. */
export default function Cards() {
  const t = useTexts(words)
  const [filters, change] = useFilters({ card: '' })
  const found = useQuery({ enabled: filters.card !== '', queryKey: ['card', filters.card], queryFn: async () => itemsOf(await api.cards({ medium: filters.card })) })
  const card = found.data?.[0]
  return (
    <Page title={t.cards} name={t.cards} purpose={t.cardsPurpose}>
      <div className="stack">
        <Input.Search key={filters.card} autoFocus style={{ maxWidth: 420 }} defaultValue={filters.card} placeholder={t.scan} enterButton={t.find} onSearch={(text) => change({ card: text.trim() })} />
        {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
        {found.data && !card && <div className="w-card list-card"><EmptyState title={t.noCard} hint={t.noCardHint} /></div>}
        {card && <Card card={card} onMoved={(medium) => change({ card: medium })} />}
      </div>
    </Page>
  )
}

function Card({ card, onMoved }: { card: FoundCard; onMoved(medium: string): void }) {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const [act, setAct] = useState<Act | 'TOP_UP' | 'REFUND' | null>(null)
  const may = useStaff().may
  const money = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const labels: Record<Act, string> = { FREEZE: t.freeze, THAW: t.thaw, REPORT_LOST: t.lost, REISSUE: t.reissue }
  return (
    <section className="w-card stack">
      <h2 className="card-title">
        {card.medium} <Mark tone={card.state === 'ACTIVE' ? 'good' : 'attention'}>{wordFor(t.cardStates, card.state)}</Mark> {card.memberId ? <Link to={`/members/${card.memberId}`}>{t.seeMember}</Link> : t.bearer}
      </h2>
      <div className="figures is-dense">
        <Figure label={t.principal} value={money(card.principal)} />
        <Figure label={t.gift} value={money(card.gift)} />
      </div>
      <div className="page-actions" style={{ justifyContent: 'flex-start' }}>
        {may('cards.serve') && card.state === 'ACTIVE' && <Button type="primary" onClick={() => setAct('TOP_UP')}>{t.topUp}</Button>}
        {may('cards.refund') && card.state === 'ACTIVE' && card.principal > 0 && <Button onClick={() => setAct('REFUND')}>{t.refund}</Button>}
        {may('cards.serve') && possible[card.state]?.map((each) => <Button key={each} onClick={() => setAct(each)}>{labels[each]}</Button>)}
      </div>
      <h3 className="section-title">{t.topUps}</h3>
      <Table
        size="small"
        pagination={false}
        rowKey="number"
        dataSource={card.topUps}
        locale={{ emptyText: <EmptyState title={t.noTopUps} hint={t.noTopUpsHint} /> }}
        columns={[
          { title: t.when, render: (_, each) => <DateTimeText at={each.at} /> },
          { title: t.principal, align: 'right', render: (_, each) => money(each.principal) },
          { title: t.gift, align: 'right', render: (_, each) => money(each.gift) },
          { title: t.left, align: 'right', render: (_, each) => money(each.principalLeft + each.giftLeft) },
        ]}
      />
      {act === 'TOP_UP' && <TopUp card={card} onClose={() => setAct(null)} />}
      {act === 'REFUND' && <RefundCard card={card} onClose={() => setAct(null)} />}
      {act !== null && act !== 'TOP_UP' && act !== 'REFUND' && <Care card={card} act={act} title={labels[act]} onClose={() => setAct(null)} onMoved={onMoved} />}
    </section>
  )
}

function TopUp({ card, onClose }: { card: FoundCard; onClose(): void }) {
  const t = useTexts(words)
  const client = useQueryClient()
  const { formats } = useAppearance()
  const asked = useQuery({ queryKey: ['top-up-offers'], queryFn: api.topUpOffers })
  const offers = asked.data?.offers ?? []
  const [picked, setPicked] = useState<number | 'own' | null>(null)
  const kind = picked ?? (asked.data && offers.length === 0 ? 'own' : 0)
  const own = kind === 'own'
  const offer = own ? null : offers[kind]
  const [yuan, setYuan] = useState<number | null>(100)
  const [method, setMethod] = useState('CASH')
  const load = useAction(
    (wish: { principal: number; gift: number; method: string }, key) => api.topUpCard(card.id, { ...wish, company: false }, key),
    () => {
      void client.invalidateQueries({ queryKey: ['card'] })
      onClose()
    },
  )
  return (
    <Modal open title={`${t.topUp} · ${card.medium}`} onCancel={onClose} okText={t.topUp} cancelText={t.back} confirmLoading={load.isPending} okButtonProps={{ disabled: own ? !yuan : !offer }} onOk={() => load.mutate(offer ? { principal: offer.load, gift: offer.gift, method } : { principal: (yuan ?? 0) * 100, gift: 0, method })}>
      <div className="stack">
        {asked.error && <ErrorState error={asked.error} />}
        <Segmented vertical block aria-label={t.topUp} value={kind} onChange={setPicked} options={[...offers.map((each, index) => ({ value: index as number | 'own', label: t.offer(formats.money({ minor: each.load, currency: 'CNY' }), formats.money({ minor: each.gift, currency: 'CNY' })) })), { value: 'own' as const, label: t.own }]} />
        {own && <InputNumber min={1} max={50_000} value={yuan} onChange={setYuan} suffix={t.yuan} style={{ width: 180 }} />}
        <Segmented value={method} onChange={setMethod} options={[{ value: 'CASH', label: t.cash }, { value: 'BANK_TRANSFER', label: t.transfer }]} />
        {load.error && <ErrorState error={load.error} />}
      </div>
    </Modal>
  )
}

function Care({ card, act, title, onClose, onMoved }: { card: FoundCard; act: Act; title: string; onClose(): void; onMoved(medium: string): void }) {
  const t = useTexts(words)
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const [medium, setMedium] = useState('')
  const care = useAction(
    (wish: { act: Act; reason: string; newMedium: string | null }, key) => api.careForCard(card.id, wish, key),
    (_, wish) => {
      void client.invalidateQueries({ queryKey: ['card'] })
      if (wish.newMedium) onMoved(wish.newMedium)
      onClose()
    },
  )
  const ready = reason.trim().length >= 4 && (act !== 'REISSUE' || medium.trim().length >= 6)
  return (
    <Modal open title={`${title} · ${card.medium}`} onCancel={onClose} okText={title} cancelText={t.back} okButtonProps={{ disabled: !ready, danger: act === 'REPORT_LOST' }} confirmLoading={care.isPending} onOk={() => care.mutate({ act, reason, newMedium: act === 'REISSUE' ? medium.trim() : null })}>
      <div className="stack">
        <p>{t.acts[act]}</p>
        {act === 'REISSUE' && <Input autoFocus placeholder={t.newMedium} value={medium} onChange={(event) => setMedium(event.target.value)} />}
        <Input placeholder={t.reason} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        {care.error && <ErrorState error={care.error} />}
      </div>
    </Modal>
  )
}
