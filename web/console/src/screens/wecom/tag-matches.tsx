import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonRows, useAppearance, useTexts, wordFor } from '@waystation/design'
import { App, Button, Input, Select, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { useProblemText } from '../../shell/problem'

type Matched = Shapes['outreach.MatchedTag']
type Difference = Shapes['outreach.TagDifference']

const MAKE = ''

const texts = dictionary(
  {
    purpose: '同一个标签，两边一起改。按企业微信的标签编号对应，任何一边改名都不会断。', rule: '两边都改过时：后改的算数；分不出先后时以这里为准。按规则打的标签始终以这里为准，企业微信里的改动会列在下面并改回。企业微信的改动每小时读取一次。',
    ours: '这里的标签', theirs: '企业微信的标签', byHand: '手工', byRule: '规则', customers: '企微客户', waiting: '待同步', choose: '选择企业微信的标签', make: '在企业微信新建同名标签', making: '正在企业微信新建', gone: '企业微信里已删除', part: '解除对应', partTitle: (name: string) => `解除“${name}”的对应？`, partEffect: '以后两边各改各的；已有的标签都保留。', keep: '先不', matched: '已对应，随后同步', problem: '企业微信没有接受',
    differences: '两边不一致的', noDifferences: '两边一致', member: '会员', tag: '标签', outcome: '结果', at: '发现', carries: '有', lacks: '没有', here: '这里', there: '企微', outcomes: { ours: '以这里为准', theirs: '以企业微信为准', rule: '按规则，已改回' } as Record<string, string>, none: '还没有可对应的标签', find: '查找标签', customer: '未入会客户',
  },
  {
    purpose: 'One tag, changed on either side. Matched by the number WeCom gives it, so either side may rename it.', rule: 'Where both sides changed it, the newer change counts; a tie is ours. A tag that follows a rule is decided here: what staff changes in WeCom is listed below and put back. WeCom is read every hour.',
    ours: 'Tag here', theirs: 'Tag in WeCom', byHand: 'by hand', byRule: 'by rule', customers: 'Customers', waiting: 'To be told', choose: 'Choose a tag of WeCom', make: 'Make one of this name in WeCom', making: 'being made in WeCom', gone: 'deleted in WeCom', part: 'Let go', partTitle: (name: string) => `Let go of “${name}”?`, partEffect: 'From then on each side changes by itself; nobody loses a tag.', keep: 'Keep', matched: 'Matched; both sides follow', problem: 'WeCom did not take it',
    differences: 'Where the sides differed', noDifferences: 'Both sides agree', member: 'Member', tag: 'Tag', outcome: 'Outcome', at: 'Found', carries: 'yes', lacks: 'no', here: 'here', there: 'WeCom', outcomes: { ours: 'ours counts', theirs: 'theirs counts', rule: 'the rule decides; put back' } as Record<string, string>, none: 'No tags to match yet', find: 'Find a tag', customer: 'a customer who is no member',
  },
)

/** Which tag here is which tag in WeCom, and where both sides disagreed. */
export function TagMatches() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const { message, modal } = App.useApp()
  const [sought, setSought] = useState('')
  const problemText = useProblemText()
  const queries = useQueryClient()
  const tags = useQuery({ queryKey: ['wecom-tags'], queryFn: api.wecomTags, refetchInterval: 15_000 })
  const refresh = () => void queries.invalidateQueries({ queryKey: ['wecom-tags'] })
  const match = useAction(({ tag, corpTag }: { tag: string; corpTag: string | null }, key) => api.matchWecomTag(tag, corpTag, key), () => {
    void message.success(t.matched)
    refresh()
  })
  const part = useAction((tag: string, key) => api.partWecomTag(tag, key), refresh)
  const onError = (error: Error) => void message.error(problemText(error))
  if (tags.error) return <ErrorState error={tags.error} onRetry={() => void tags.refetch()} />
  if (!tags.data) return <SkeletonRows rows={6} />
  const { ours, theirs, differences, connected } = tags.data
  const taken = new Set(ours.flatMap((one) => (one.corpTag ? [one.corpTag] : [])))
  const free = [{ value: MAKE, label: t.make }, ...theirs.filter((one) => !taken.has(one.id)).map((one) => ({ value: one.id, label: `${one.group} / ${one.name}` }))]
  const found = ours.filter((one) => say(one.name).toLowerCase().includes(sought.trim().toLowerCase())).sort((a, b) => Number(b.matched) - Number(a.matched))
  const names = new Map(ours.map((one) => [one.tag, say(one.name)]))
  const mayWrite = staff.may('segments.write') && connected
  const letGo = (one: Matched) => modal.confirm({ title: t.partTitle(say(one.name)), content: t.partEffect, okText: t.part, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => part.mutate(one.tag, { onError }) })
  const columns: TableProps<Matched>['columns'] = [
    { title: t.ours, render: (_, one) => <><Mark tone="indigo">{say(one.name)}</Mark> <span className="w-quiet">{one.byHand ? t.byHand : t.byRule}</span></> },
    {
      title: t.theirs,
      render: (_, one) =>
        one.matched ? (
          <>
            {one.theirs ? `${one.group} / ${one.theirs}` : <span className="w-quiet">{one.corpTag ? t.gone : t.making}</span>} {one.problem && <Mark tone="stop">{t.problem} {one.problem}</Mark>}
          </>
        ) : mayWrite ? (
          <Select aria-label={`${t.choose}: ${say(one.name)}`} placeholder={t.choose} style={{ width: 260 }} options={free} showSearch={{ optionFilterProp: 'label' }} value={null} onChange={(corpTag: string | null) => match.mutate({ tag: one.tag, corpTag: corpTag === MAKE ? null : corpTag }, { onError })} />
        ) : (
          '—'
        ),
    },
    { title: t.customers, align: 'right', className: 'num', render: (_, one) => (one.matched ? formats.count(one.customers) : '') },
    { title: t.waiting, align: 'right', className: 'num', render: (_, one) => (one.matched ? formats.count(one.waiting) : '') },
    { title: '', align: 'right', render: (_, one) => one.matched && mayWrite && <Button size="small" onClick={() => letGo(one)}>{t.part}</Button> },
  ]
  return (
    <div className="stack">
      <p>{t.purpose}</p>
      <p className="w-quiet">{t.rule}</p>
      <Input.Search allowClear aria-label={t.find} placeholder={t.find} style={{ maxWidth: 320 }} value={sought} onChange={(event) => setSought(event.target.value)} />
      <Table<Matched> size="small" rowKey="tag" pagination={{ pageSize: 15, showSizeChanger: false, hideOnSinglePage: true }} scroll={{ x: 'max-content' }} columns={columns} dataSource={found} locale={{ emptyText: t.none }} />
      <section className="w-card">
        <h2 className="card-title">{t.differences}</h2>
        {differences.length === 0 ? <EmptyState title={t.noDifferences} /> : <Differences rows={differences} names={names} />}
      </section>
    </div>
  )
}

function Differences({ rows, names }: { rows: Difference[]; names: Map<string, string> }) {
  const t = useTexts(texts)
  const side = (carries: boolean) => (carries ? t.carries : t.lacks)
  const columns: TableProps<Difference>['columns'] = [
    { title: t.member, render: (_, one) => (one.member ? <Link to={`/members/${encodeURIComponent(one.member)}`}>{one.member}</Link> : t.customer) },
    { title: t.tag, render: (_, one) => names.get(one.tag) ?? one.tag },
    { title: `${t.here} / ${t.there}`, render: (_, one) => `${side(one.ours)} / ${side(one.theirs)}` },
    { title: t.outcome, render: (_, one) => <Mark tone={one.outcome === 'theirs' ? 'attention' : 'plain'}>{wordFor(t.outcomes, one.outcome)}</Mark> },
    { title: t.at, render: (_, one) => <DateTimeText at={one.at} /> },
  ]
  return <Table<Difference> size="small" rowKey={(one) => `${one.member}/${one.tag}`} pagination={false} scroll={{ x: 'max-content' }} columns={columns} dataSource={rows} />
}
