import { useQuery } from '@tanstack/react-query'
import { itemsOf, type ReferralCampaign } from '@waystation/client'
import { DateTimeText, dictionary, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, type TableProps } from 'antd'
import { Link, useNavigate } from 'react-router'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { ListTable, Page } from '../../shell/page'
import { referralWords } from './words'

const texts = dictionary(
  {
    title: '邀请有礼', purpose: '会员带来会员：谁带来了谁，奖励什么时候到账，哪些看起来不对。', create: '新建活动', review: (n: string) => `审核队列 ${n}`, name: '名称', state: '状态', visitors: '访客', joined: '注册', ordered: '首单', confirmed: '已生效', k: 'K 因子', inReview: '待审', until: '截止', version: (n: number) => `第 ${n} 版`,
    empty: '还没有邀请活动', emptyHint: '建一个活动并发布，会员就能在“权益”里邀请好友。',
  },
  {
    title: 'Referral', purpose: 'Members bring members: who brought whom, when rewards come true, and what looks wrong.', create: 'New campaign', review: (n: string) => `Review queue ${n}`, name: 'Name', state: 'State', visitors: 'Visitors', joined: 'Joined', ordered: 'First orders', confirmed: 'Count', k: 'K factor', inReview: 'In review', until: 'Until', version: (n: number) => `version ${n}`,
    empty: 'No invite campaigns yet', emptyHint: 'Make one and publish it; members then find “Invite friends” under Benefits.',
  },
)

export function ReferralMark({ state }: { state: string }) {
  const words = useTexts(referralWords)
  return <Mark tone={state === 'running' ? 'good' : 'plain'}>{wordFor(words.states, state)}</Mark>
}

export default function ReferralCampaigns() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const navigate = useNavigate()
  const asked = useQuery({ queryKey: ['referral-campaigns'], queryFn: async () => itemsOf(await api.referralCampaigns()), refetchInterval: 15_000 })
  const items = asked.data ?? []
  const list = { items, loading: asked.isPending, error: asked.error, more: false, loadingMore: false, loadMore: () => undefined, reload: () => void asked.refetch() }
  const open = items.reduce((sum, one) => sum + one.funnel.counts.inReview, 0)
  const columns: TableProps<ReferralCampaign>['columns'] = [
    { title: t.name, render: (_, one) => <span><b>{say(one.terms.name)}</b> <small className="w-quiet">{t.version(one.version)}</small></span> },
    { title: t.state, render: (_, one) => <ReferralMark state={one.state} /> },
    { title: t.visitors, align: 'right', className: 'num', render: (_, one) => formats.count(one.funnel.counts.visitors) },
    { title: t.joined, align: 'right', className: 'num', render: (_, one) => formats.count(one.funnel.counts.registrations) },
    { title: t.ordered, align: 'right', className: 'num', render: (_, one) => formats.count(one.funnel.counts.firstOrders) },
    { title: t.confirmed, align: 'right', className: 'num', render: (_, one) => formats.count(one.funnel.counts.confirmed) },
    { title: t.k, align: 'right', className: 'num', render: (_, one) => one.funnel.kFactor.toFixed(2) },
    { title: t.inReview, align: 'right', className: 'num', render: (_, one) => formats.count(one.funnel.counts.inReview) },
    { title: t.until, render: (_, one) => <DateTimeText at={one.closedAt ?? one.terms.endsAt} /> },
  ]
  const create = staff.may('referral.write') && (
    <Link to="/referral/new">
      <Button type="primary">{t.create}</Button>
    </Link>
  )
  const actions = (
    <>
      {staff.may('referral.review') && (
        <Link to="/referral/reviews">
          <Button>{t.review(formats.count(open))}</Button>
        </Link>
      )}
      {create}
    </>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={actions}>
      <ListTable list={list} columns={columns} rowKey="id" onOpen={(one) => void navigate(`/referral/${encodeURIComponent(one.id)}`)} empty={{ title: t.empty, hint: t.emptyHint, action: create }} />
    </Page>
  )
}
