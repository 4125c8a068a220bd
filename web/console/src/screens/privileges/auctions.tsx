import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { App, Button, Form, Input, InputNumber, Modal, Select, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'

type Auction = Shapes['auctions.AuctionView']
type Bid = Shapes['auctions.BidView']

const texts = dictionary(
  {
    title: '竞拍', purpose: '积分竞拍实况：价格、出价、冻结与候补。', open: '开一场竞拍', name: '名称', zh: '名称（中文）', en: '名称（英文）', prize: '奖品', units: '名额', price: '当前价', bidders: '出价人数', closes: '结束', state: '状态', extended: '顺延', none: '还没有竞拍', noneHint: '开一场，会员就能用积分出价。', cancel: '停拍', cancelTitle: '停止这场竞拍？', cancelEffect: '没有人胜出，冻结的积分全部退回。', keep: '继续', member: '会员', most: '最高出价', paid: '实付', disqualify: '取消资格', disqualifyTitle: '取消这位胜出者？', disqualifyEffect: '积分退回，权益收回，由候补递补。', cause: '代卖方出价', least: '起拍价', step: '加价幅度', mostBid: '封顶价', hours: '时长（小时）', save: '开拍', missing: '请填写', noBids: '还没有人出价', benefits: { lounge: '贵宾候车室', upgrade: '席别升级', parking: '免费停车' } as Record<string, string>,
    states: { open: '进行中', closing: '结算中', closed: '已结束', cancelled: '已取消' } as Record<string, string>, bids: { leading: '领先', waiting: '候补', outbid: '被超过', winning: '结算中', won: '胜出', lost: '未胜出', disqualified: '已取消' } as Record<string, string>,
  },
  {
    title: 'Auctions', purpose: 'Auctions for points as they run: prices, bids, holds and who is next.', open: 'Open an auction', name: 'Name', zh: 'Name in Chinese', en: 'Name in English', prize: 'Prize', units: 'Units', price: 'Price', bidders: 'Bidders', closes: 'Ends', state: 'State', extended: 'Extended', none: 'No auctions yet', noneHint: 'Open one, and members can bid points.', cancel: 'Stop', cancelTitle: 'Stop this auction?', cancelEffect: 'Nobody wins; all held points go back.', keep: 'Let it run', member: 'Member', most: 'Would pay at most', paid: 'Paid', disqualify: 'Disqualify', disqualifyTitle: 'Disqualify this winner?', disqualifyEffect: 'The points go back, the prize is recalled, and the next in line moves up.', cause: 'Bid for the seller', least: 'Starting price', step: 'Step', mostBid: 'Highest bid allowed', hours: 'Hours open', save: 'Open', missing: 'Fill this in', noBids: 'No bids yet', benefits: { lounge: 'Lounge visit', upgrade: 'Seat upgrade', parking: 'Free parking' } as Record<string, string>,
    states: { open: 'Open', closing: 'Settling', closed: 'Ended', cancelled: 'Cancelled' } as Record<string, string>, bids: { leading: 'Leads', waiting: 'Next in line', outbid: 'Outbid', winning: 'Settling', won: 'Won', lost: 'Lost', disqualified: 'Disqualified' } as Record<string, string>,
  },
)

export default function Auctions() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const [opening, setOpening] = useState(false)
  const auctions = useQuery({ queryKey: ['auctions'], queryFn: api.auctionList, refetchInterval: 3_000 })
  const cancel = useAction(({ id }: { id: string }, key) => api.cancelAuction(id, key), () => void queries.invalidateQueries({ queryKey: ['auctions'] }))
  const columns: TableProps<Auction>['columns'] = [
    { title: t.name, render: (_, one) => <b>{say(one.name)}</b> },
    { title: t.state, render: (_, one) => <Mark tone={one.state === 'open' ? 'good' : one.state === 'closing' ? 'attention' : 'plain'}>{wordFor(t.states, one.state)}</Mark> },
    { title: t.price, align: 'right', className: 'num', render: (_, one) => <>{formats.points(one.price)} <Why subject={`${t.price} ${formats.points(one.price)}`} explanation={one.why} /></> },
    { title: t.units, align: 'right', className: 'num', render: (_, one) => formats.count(one.units) },
    { title: t.bidders, align: 'right', className: 'num', render: (_, one) => formats.count(one.bidders) },
    { title: t.extended, align: 'right', className: 'num', render: (_, one) => `${one.extensions} / ${one.maxExtensions}` },
    { title: t.closes, render: (_, one) => <DateTimeText at={one.closes} /> },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        staff.may('mall.write') &&
        one.state === 'open' && (
          <Button size="small" type="text" danger onClick={() => modal.confirm({ title: t.cancelTitle, content: t.cancelEffect, okText: t.cancel, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => cancel.mutate({ id: one.id }) })}>
            {t.cancel}
          </Button>
        ),
    },
  ]
  const open = staff.may('mall.write') && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {t.open}
    </Button>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={open}>
      <section className="w-card list-card">
        {cancel.error && <ErrorState error={cancel.error} kept />}
        {auctions.error ? (
          <ErrorState error={auctions.error} onRetry={() => void auctions.refetch()} />
        ) : !auctions.data ? (
          <SkeletonBlock />
        ) : auctions.data.length === 0 ? (
          <EmptyState title={t.none} hint={t.noneHint} action={open} />
        ) : (
          <Table size="middle" columns={columns} dataSource={auctions.data} rowKey="id" pagination={false} scroll={{ x: true }} expandable={{ expandedRowRender: (one) => <Bids auction={one} mayWrite={staff.may('mall.write')} />, defaultExpandedRowKeys: [auctions.data[0]?.id ?? ''] }} />
        )}
      </section>
      <OpenAuction open={opening} onClose={() => setOpening(false)} />
    </Page>
  )
}

function Bids({ auction, mayWrite }: { auction: Auction; mayWrite: boolean }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const page = useQuery({ queryKey: ['auction', auction.id], queryFn: () => api.auction(auction.id), refetchInterval: 3_000 })
  const out = useAction(({ memberId }: { memberId: string }, key) => api.disqualifyWinner(auction.id, memberId, t.cause, key), () => void queries.invalidateQueries({ queryKey: ['auction', auction.id] }))
  const ask = (memberId: string) => modal.confirm({ title: t.disqualifyTitle, content: t.disqualifyEffect, okText: t.disqualify, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => out.mutate({ memberId }) })
  const columns: TableProps<Bid>['columns'] = [
    { title: t.member, render: (_, one) => <Link to={`/members/${one.memberId}`}>{one.memberId}</Link> },
    { title: t.state, render: (_, one) => <Mark tone={one.state === 'leading' || one.state === 'won' ? 'good' : one.state === 'waiting' ? 'attention' : 'plain'}>{wordFor(t.bids, one.state)}</Mark> },
    { title: t.most, align: 'right', className: 'num', render: (_, one) => formats.points(one.most) },
    { title: t.paid, align: 'right', className: 'num', render: (_, one) => (one.state === 'won' && one.price ? formats.points(one.price) : '—') },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        mayWrite &&
        one.state === 'won' &&
        auction.state === 'closing' && (
          <Button size="small" type="text" danger onClick={() => ask(one.memberId)}>
            {t.disqualify}
          </Button>
        ),
    },
  ]
  if (page.error) return <ErrorState error={page.error} />
  if (!page.data) return <SkeletonBlock />
  return (
    <>
      {out.error && <ErrorState error={out.error} kept />}
      {page.data.bids.length === 0 ? <p className="w-quiet">{t.noBids}</p> : <Table size="small" columns={columns} dataSource={page.data.bids} rowKey="memberId" pagination={false} />}
    </>
  )
}

interface Asked { zh: string; en: string; benefit: string; units: number; least: number; step: number; most: number; hours: number }

function OpenAuction({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useTexts(texts)
  const queries = useQueryClient()
  const world = useQuery({ queryKey: ['world'], queryFn: api.world })
  const add = useAction(
    (asked: Asked, key) => {
      const now = new Date(world.data?.now ?? Date.now()).getTime()
      return api.openAuction({ name: { zh: asked.zh, en: asked.en }, benefit: asked.benefit, quota: 1, validDays: 180, units: asked.units, runners: 1, leastBid: asked.least, step: asked.step, mostBid: asked.most, opens: new Date(now).toISOString(), closes: new Date(now + asked.hours * 3_600_000).toISOString(), windowSeconds: 120, extendSeconds: 180, maxExtensions: 5, fallbackHours: 24 }, key)
    },
    () => {
      void queries.invalidateQueries({ queryKey: ['auctions'] })
      onClose()
    },
  )
  const rules = [{ required: true, message: t.missing }]
  const number = (name: keyof Asked, label: string) => (
    <Form.Item name={name} label={label} rules={rules}>
      <InputNumber min={1} style={{ width: '100%' }} />
    </Form.Item>
  )
  return (
    <Modal open={open} onCancel={onClose} title={t.open} footer={null} destroyOnHidden width={520}>
      <Form<Asked> layout="vertical" requiredMark={false} className="coupon-form" initialValues={{ benefit: 'lounge', units: 1, least: 500, step: 50, most: 50_000, hours: 48 }} onFinish={(asked) => add.mutate(asked)}>
        <Form.Item name="zh" label={t.zh} rules={rules}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="en" label={t.en} rules={rules}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="benefit" label={t.prize} rules={rules}>
          <Select options={Object.entries(t.benefits).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        {number('units', t.units)}
        {number('least', t.least)}
        {number('step', t.step)}
        {number('most', t.mostBid)}
        {number('hours', t.hours)}
        <div className="coupon-form-end">
          {add.error && <ErrorState error={add.error} kept />}
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t.save}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}
