import { useQuery } from '@tanstack/react-query'
import { dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Table, type TableProps } from 'antd'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { Page } from '../../shell/page'
import { partnerWords } from './words'

const texts = dictionary(
  { title: '合作方', purpose: '与谁互换积分、按什么协议、还能发多少，每月怎么结。', name: '名称', kind: '类别', billing: '付费方式', rate: '换入比例', left: '还可发放', low: '余量不足', fine: '正常', noContract: '没有生效协议', none: '还没有合作方', noneHint: '通过接口添加合作方并发布第一版协议后，会员就能互换积分。', points: (n: string) => `${n} 分` },
  { title: 'Partners', purpose: 'Whose points members convert, by which contract, how much is left, and how each month is settled.', name: 'Name', kind: 'Kind', billing: 'Paid', rate: 'Rate in', left: 'Left to issue', low: 'Runs low', fine: 'Fine', noContract: 'No contract in force', none: 'No partners yet', noneHint: 'Add one by the API and publish its first contract; members can convert then.', points: (n: string) => `${n} points` },
)

type Partner = Awaited<ReturnType<typeof api.partners>>[number]

export default function Partners() {
  const t = useTexts(texts)
  const words = useTexts(partnerWords)
  const { say, formats } = useAppearance()
  const partners = useQuery({ queryKey: ['partners'], queryFn: api.partners, refetchInterval: 15_000 })
  const columns: TableProps<Partner>['columns'] = [
    { title: t.name, render: (_, one) => <Link to={`/partners/${one.code}`}><b>{say(one.name)}</b></Link> },
    { title: t.kind, render: (_, one) => wordFor(words.kinds, one.kind) },
    { title: t.billing, render: (_, one) => (one.inForce ? wordFor(words.billings, one.inForce.billing) : <Mark tone="attention">{t.noContract}</Mark>) },
    { title: t.rate, className: 'num', render: (_, one) => (one.inForce ? `${formats.count(one.inForce.inUnits)} → ${formats.count(one.inForce.inPoints)}` : '—') },
    { title: t.left, align: 'right', className: 'num', render: (_, one) => <Link to={`/partners/${one.code}`}>{t.points(formats.count(one.left))}</Link> },
    { title: '', render: (_, one) => <Mark tone={one.low ? 'attention' : 'good'}>{one.low ? t.low : t.fine}</Mark> },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <section className="w-card list-card">
        {partners.error ? (
          <ErrorState error={partners.error} onRetry={() => void partners.refetch()} />
        ) : !partners.data ? (
          <SkeletonBlock />
        ) : partners.data.length === 0 ? (
          <EmptyState title={t.none} hint={t.noneHint} />
        ) : (
          <Table size="middle" columns={columns} dataSource={partners.data} rowKey="code" pagination={false} scroll={{ x: true }} />
        )}
      </section>
    </Page>
  )
}
