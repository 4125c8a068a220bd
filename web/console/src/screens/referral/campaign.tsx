import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type InviteBoard, type ReferralCampaign, type ReferralCluster } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { App, Button, Table, type TableProps } from 'antd'
import { Link, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { ReferralMark } from './campaigns'
import { ChainCard } from './chain'
import { ReferralFunnel } from './funnel'
import { referralWords } from './words'

const texts = dictionary(
  {
    campaign: '邀请活动', purpose: (from: string, to: string, days: number) => `${from} – ${to}，打开链接后 ${days} 天内注册有效`, edit: '修改条款', publish: '发布', close: '结束并定榜', closeTitle: '结束这个活动？', closeEffect: '不再接受新的邀请；前十名就此定榜，以后的退票和审核都不再改变它。已记下的奖励仍会到账。', keep: '再等等', done: '已更新',
    board: '邀请榜前十', live: '实时', frozen: '已定榜', place: '名次', member: '会员', invites: '生效邀请', reached: '达到时间', noBoard: '还没有人的邀请生效。', chainOf: '看链路',
    clusters: '可疑群组', noClusters: '没有发现共用设备、证件、支付账户、网络或位置的群组。', signal: '信号', people: '受邀人', inviters: '邀请人', open: '待审', last: '最近', review: '去审核', each: '每一张奖励：首次出行后到账，首单全部退票则收回。',
  },
  {
    campaign: 'Invite campaign', purpose: (from: string, to: string, days: number) => `${from} – ${to}; joining counts within ${days} days of opening a link`, edit: 'Change terms', publish: 'Publish', close: 'Close and freeze the board', closeTitle: 'Close this campaign?', closeEffect: 'Nobody new counts. The top ten are final: later refunds and reviews no longer move them. Rewards already promised still come true.', keep: 'Not yet', done: 'Done',
    board: 'Top ten', live: 'live', frozen: 'final', place: 'Place', member: 'Member', invites: 'Invitations that count', reached: 'Reached', noBoard: 'Nobody’s invitation counts yet.', chainOf: 'Chain',
    clusters: 'Groups that share too much', noClusters: 'No group shares a device, a document, a payer, a network or a place.', signal: 'Signal', people: 'Invited', inviters: 'Inviters', open: 'In review', last: 'Last seen', review: 'Review', each: 'Each reward comes true after the first trip and is taken back when the first order is refunded.',
  },
)

export default function ReferralCampaignScreen() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const { id = '' } = useParams()
  const [filters, change] = useFilters({ chain: '' })
  const asked = useQuery({ queryKey: ['referral-campaign', id], queryFn: () => api.referralCampaign(id), refetchInterval: 15_000 })
  const board = useQuery({ queryKey: ['referral-board', id], queryFn: () => api.referralBoard(id), refetchInterval: 15_000 })
  if (asked.error) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonBlock height={420} />
  const campaign = asked.data
  const root = filters.chain || board.data?.places[0]?.memberId || ''
  return (
    <Page
      title={<>{say(campaign.terms.name)} <ReferralMark state={campaign.state} /></>}
      name={say(campaign.terms.name)}
      purpose={t.purpose(formats.date(campaign.terms.startsAt), formats.date(campaign.closedAt ?? campaign.terms.endsAt), campaign.terms.windowDays)}
      actions={<Actions campaign={campaign} />}
    >
      <ReferralFunnel funnel={campaign.funnel} />
      <div className="stack">
        {root && <ChainCard member={root} onOpen={(chain) => change({ chain })} />}
        <div className="columns">
          <Clusters id={id} onOpen={(chain) => change({ chain })} />
          <Board board={board.data} onOpen={(chain) => change({ chain })} />
        </div>
      </div>
    </Page>
  )
}

function Actions({ campaign }: { campaign: ReferralCampaign }) {
  const t = useTexts(texts)
  const staff = useStaff()
  const { modal, message } = App.useApp()
  const problemText = useProblemText()
  const queries = useQueryClient()
  const move = useAction(
    (step: 'publish' | 'close', key) => api.moveReferral(campaign.id, step, key),
    () => {
      void queries.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('referral') })
      void message.success(t.done)
    },
  )
  const go = (step: 'publish' | 'close') => move.mutate(step, { onError: (error) => void message.error(problemText(error)) })
  if (!staff.may('referral.write') || campaign.state === 'closed') return null
  return (
    <>
      <Link to={`/referral/${encodeURIComponent(campaign.id)}/edit`}>
        <Button>{t.edit}</Button>
      </Link>
      {campaign.state === 'draft' ? (
        <Button type="primary" loading={move.isPending} onClick={() => go('publish')}>
          {t.publish}
        </Button>
      ) : (
        <Button loading={move.isPending} onClick={() => modal.confirm({ title: t.closeTitle, content: t.closeEffect, okText: t.close, cancelText: t.keep, onOk: () => go('close') })}>
          {t.close}
        </Button>
      )}
    </>
  )
}

function Board({ board, onOpen }: { board: InviteBoard | undefined; onOpen(member: string): void }) {
  const t = useTexts(texts)
  const columns: TableProps<InviteBoard['places'][number]>['columns'] = [
    { title: t.place, className: 'num', render: (_, one) => one.place },
    { title: t.member, render: (_, one) => (one.memberId ? <Link to={`/members/${encodeURIComponent(one.memberId)}`}>{one.name}</Link> : one.name) },
    { title: t.invites, align: 'right', className: 'num', render: (_, one) => one.invites },
    { title: '', align: 'right', render: (_, one) => one.memberId && <Button size="small" type="link" onClick={() => onOpen(one.memberId ?? '')}>{t.chainOf}</Button> },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.board} {board && <Mark tone={board.frozen ? 'plain' : 'good'}>{board.frozen ? t.frozen : t.live}</Mark>}
        {board?.frozenAt && <small><DateTimeText at={board.frozenAt} /></small>}
      </h2>
      {!board ? <SkeletonBlock /> : board.places.length === 0 ? <p className="w-quiet">{t.noBoard}</p> : <Table size="small" columns={columns} dataSource={board.places} rowKey="place" pagination={false} />}
    </section>
  )
}

function Clusters({ id, onOpen }: { id: string; onOpen(member: string): void }) {
  const t = useTexts(texts)
  const words = useTexts(referralWords)
  const { formats } = useAppearance()
  const staff = useStaff()
  const asked = useQuery({ queryKey: ['referral-clusters', id], queryFn: async () => itemsOf(await api.referralClusters(id)), refetchInterval: 15_000 })
  const columns: TableProps<ReferralCluster>['columns'] = [
    { title: t.signal, render: (_, one) => <span><Mark tone="attention">{wordFor(words.flags, one.signal)}</Mark> <code>{one.name}</code></span> },
    { title: t.people, align: 'right', className: 'num', render: (_, one) => one.invitees.length },
    { title: t.inviters, render: (_, one) => one.inviters.slice(0, 3).map((member) => <Button key={member} size="small" type="link" onClick={() => onOpen(member)}>{t.chainOf}</Button>) },
    { title: words.held, align: 'right', className: 'num', render: (_, one) => formats.points(one.heldPoints) },
    { title: words.earned, align: 'right', className: 'num', render: (_, one) => formats.points(one.earnedPoints) },
    { title: t.open, align: 'right', className: 'num', render: (_, one) => one.open },
    { title: t.last, render: (_, one) => <DateTimeText at={one.lastSeen} /> },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.clusters}
        {staff.may('referral.review') && <Link to={`/referral/reviews?campaign=${encodeURIComponent(id)}`}>{t.review}</Link>}
      </h2>
      {asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : !asked.data ? <SkeletonBlock /> : asked.data.length === 0 ? <EmptyState title={t.noClusters} /> : <Table size="small" columns={columns} dataSource={asked.data} rowKey={(one) => one.signal + one.name + one.inviters[0]} pagination={false} scroll={{ x: true }} />}
      <p className="w-quiet">{t.each}</p>
    </section>
  )
}
