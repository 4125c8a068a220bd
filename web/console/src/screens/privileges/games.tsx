import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { App, Button, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'

type Draw = Shapes['games.DrawView']
type Prize = Shapes['games.PrizeView']
type Challenge = Shapes['games.ChallengeView']

const texts = dictionary(
  {
    title: '抽奖与挑战', create: '新建抽奖', purpose: '公示概率、剩余库存、可验证的结果，以及挑战。', prize: '奖项', odds: '公示概率', left: '剩余', noLimit: '不限', spins: '已抽次数', ends: '结束', verify: '重算每一次结果', right: (n: string) => `${n} 次全部与种子一致`, wrong: (n: string) => `${n} 次与种子不一致`, commitment: '种子指纹', seed: '种子', hidden: '结束后公布', close: '结束抽奖', closeTitle: '结束这个抽奖？', closeEffect: '不能再抽，种子随即公布。', keep: '继续', none: '还没有抽奖', noneHint: '开放后会员在“权益 › 抽奖与挑战”里参与。', challenges: '挑战', name: '名称', target: '目标', reward: '奖励积分', stock: '剩余奖励', days: '期间', metrics: { trips: '次出行', visits: '次入园', points: '积分' } as Record<string, string>, open: '进行中', over: '已结束',
  },
  {
    title: 'Draws and challenges', create: 'New draw', purpose: 'Stated odds, what is left, results anybody can check, and challenges.', prize: 'Prize', odds: 'Stated odds', left: 'Left', noLimit: 'no limit', spins: 'Spins', ends: 'Ends', verify: 'Make every result again', right: (n: string) => `All ${n} follow from the seed`, wrong: (n: string) => `${n} do not follow from the seed`, commitment: 'Fingerprint of the seed', seed: 'Seed', hidden: 'published at the end', close: 'End the draw', closeTitle: 'End this draw?', closeEffect: 'Nobody can spin any more, and the seed is published.', keep: 'Let it run', none: 'No draws yet', noneHint: 'Members find them under Benefits › Draws and challenges.', challenges: 'Challenges', name: 'Name', target: 'Target', reward: 'Reward in points', stock: 'Rewards left', days: 'Days', metrics: { trips: 'trips', visits: 'visits', points: 'points' } as Record<string, string>, open: 'Open', over: 'Ended',
  },
)

export default function Games() {
  const t = useTexts(texts)
  const draws = useQuery({ queryKey: ['draws'], queryFn: api.drawList, refetchInterval: 10_000 })
  const create = useStaff().may('mall.write') && <Link to="/games/new"><Button type="primary">{t.create}</Button></Link>
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={create}>
      <div className="stack">
        {draws.error ? <ErrorState error={draws.error} /> : !draws.data ? <SkeletonBlock /> : draws.data.length === 0 ? <EmptyState title={t.none} hint={t.noneHint} action={create} /> : draws.data.map((one) => <DrawCard key={one.id} draw={one} />)}
        <Challenges />
      </div>
    </Page>
  )
}

function DrawCard({ draw }: { draw: Draw }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const { modal } = App.useApp()
  const staff = useStaff()
  const queries = useQueryClient()
  const [checking, setChecking] = useState(false)
  const proof = useQuery({ queryKey: ['draw-proof', draw.id], queryFn: () => api.drawProof(draw.id), enabled: checking })
  const close = useAction(({ id }: { id: string }, key) => api.closeDraw(id, key), () => void queries.invalidateQueries({ queryKey: ['draws'] }))
  const columns: TableProps<Prize>['columns'] = [
    { title: t.prize, render: (_, one) => say(one.name) },
    { title: t.odds, align: 'right', className: 'num', render: (_, one) => formats.percent(one.weight / draw.total, 2) },
    { title: t.left, align: 'right', className: 'num', render: (_, one) => (one.stock === null || one.stock === undefined ? t.noLimit : `${formats.count(one.left ?? 0)} / ${formats.count(one.stock)}`) },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">
        {say(draw.name)} <Mark tone={draw.open ? 'good' : 'plain'}>{draw.open ? t.open : t.over}</Mark>
      </h2>
      <p className="w-quiet num">
        {t.spins} {formats.count(draw.spins)} · {t.ends} <DateTimeText at={draw.closes} />
      </p>
      <Table size="small" columns={columns} dataSource={draw.prizes} rowKey="nth" pagination={false} />
      <p className="w-quiet" style={{ overflowWrap: 'anywhere' }}>
        {t.commitment} <code>{draw.commitment}</code>
      </p>
      <Button loading={proof.isFetching} onClick={() => (checking ? void proof.refetch() : setChecking(true))}>
        {t.verify}
      </Button>{' '}
      {staff.may('mall.write') && draw.open && (
        <Button type="text" danger onClick={() => modal.confirm({ title: t.closeTitle, content: t.closeEffect, okText: t.close, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => close.mutate({ id: draw.id }) })}>
          {t.close}
        </Button>
      )}
      {(proof.error ?? close.error) && <ErrorState error={proof.error ?? close.error} kept />}
      {proof.data && (
        <p role="status">
          <Mark tone={proof.data.wrong.length === 0 ? 'good' : 'stop'}>{proof.data.wrong.length === 0 ? t.right(formats.count(proof.data.spins.length)) : t.wrong(formats.count(proof.data.wrong.length))}</Mark> {t.seed} <code style={{ overflowWrap: 'anywhere' }}>{proof.data.seed ?? t.hidden}</code>
        </p>
      )}
    </section>
  )
}

function Challenges() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const challenges = useQuery({ queryKey: ['challenges'], queryFn: api.challengeList })
  const columns: TableProps<Challenge>['columns'] = [
    { title: t.name, render: (_, one) => <b>{say(one.name)}</b> },
    { title: t.target, className: 'num', render: (_, one) => `${formats.count(one.target)} ${wordFor(t.metrics, one.metric)}` },
    { title: t.reward, align: 'right', className: 'num', render: (_, one) => formats.count(one.rewardPoints) },
    { title: t.stock, align: 'right', className: 'num', render: (_, one) => `${formats.count(one.left)} / ${formats.count(one.stock)}` },
    { title: t.days, className: 'num', render: (_, one) => `${formats.date(one.firstDay)} – ${formats.date(one.lastDay)}` },
  ]
  return (
    <section className="w-card">
      <h2 className="card-title">{t.challenges}</h2>
      {challenges.error ? <ErrorState error={challenges.error} /> : challenges.data ? <Table size="small" columns={columns} dataSource={challenges.data} rowKey="id" pagination={false} scroll={{ x: true }} /> : <SkeletonBlock />}
    </section>
  )
}
