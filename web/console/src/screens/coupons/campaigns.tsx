import type { CouponCampaign } from '@waystation/client'
import { DateTimeText, dictionary, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, type TableProps } from 'antd'
import { Link, useNavigate } from 'react-router'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { ListTable, Page } from '../../shell/page'
import { couponWords } from './words'

const texts = dictionary(
  {
    title: '优惠券', purpose: '券活动、券码与使用情况。限量、限次都在下单的同一事务里扣减。', create: '新建券活动', simulate: '结算模拟', stacking: '叠加规则', name: '名称', offer: '优惠', kind: '方式', state: '状态', claimed: '已领', redeemed: '已用', discount: '已优惠', until: '截止',
    empty: '还没有券活动', emptyHint: '建一个活动，发布后会员就能领取或使用。',
  },
  {
    title: 'Coupons', purpose: 'Campaigns, codes and their use. Limits are taken in the same transaction as the order.', create: 'New campaign', simulate: 'Checkout simulator', stacking: 'Stacking', name: 'Name', offer: 'Offer', kind: 'How it is given', state: 'State', claimed: 'Claimed', redeemed: 'Used', discount: 'Taken off', until: 'Until',
    empty: 'No campaigns yet', emptyHint: 'Make one and publish it; members can then claim or use it.',
  },
)

export function CampaignMark({ state }: { state: string }) {
  const words = useTexts(couponWords)
  const tone = state === 'live' ? 'good' : state === 'paused' ? 'attention' : 'plain'
  return <Mark tone={tone}>{wordFor(words.states, state)}</Mark>
}

export default function Campaigns() {
  const t = useTexts(texts)
  const words = useTexts(couponWords)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const navigate = useNavigate()
  const list = useCursorList('coupon-campaigns', api.couponCampaigns, {}, 15_000)
  const columns: TableProps<CouponCampaign>['columns'] = [
    { title: t.name, render: (_, one) => <b>{say(one.name)}</b> },
    { title: t.offer, render: (_, one) => say(one.offer) },
    { title: t.kind, render: (_, one) => <span className="w-quiet">{wordFor(words.kinds, one.kind)}</span> },
    { title: t.state, render: (_, one) => <CampaignMark state={one.state} /> },
    { title: t.claimed, align: 'right', className: 'num', render: (_, one) => claimed(one, formats.count) },
    { title: t.redeemed, align: 'right', className: 'num', render: (_, one) => formats.count(one.figures.redeemed) },
    { title: t.discount, align: 'right', className: 'num', render: (_, one) => formats.money({ minor: one.figures.discountMinor, currency: one.worth.currency }) },
    { title: t.until, render: (_, one) => <DateTimeText at={one.endsAt} /> },
  ]
  const create = staff.may('coupons.write') && (
    <Link to="/coupons/new">
      <Button type="primary">{t.create}</Button>
    </Link>
  )
  const actions = (
    <>
      <Link to="/coupons/stacking">
        <Button>{t.stacking}</Button>
      </Link>
      <Link to="/coupons/simulator">
        <Button>{t.simulate}</Button>
      </Link>
      {create}
    </>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={actions}>
      <ListTable list={list} columns={columns} rowKey="id" onOpen={(one) => void navigate(`/coupons/${encodeURIComponent(one.id)}`)} empty={{ title: t.empty, hint: t.emptyHint, action: create }} />
    </Page>
  )
}

function claimed(one: CouponCampaign, count: (n: number) => string) {
  const stock = one.limits.claimStock
  if (stock === null || stock === undefined) return one.figures.codesMade > 0 ? count(one.figures.codesMade) : '—'
  return `${count(one.figures.claimed)} / ${count(stock)}`
}
