import { useQuery } from '@tanstack/react-query'
import type { Shapes, TagDefinition } from '@waystation/client'
import { dictionary, ErrorState, Mark, Sparkline, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Input, Select, Space, Tabs, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useNow, useStaff } from '../../data/session'
import { FilterBar, ListTable, Page } from '../../shell/page'
import { Fields } from './fields'
import { Models } from './models'
import { TagNew } from './tag-new'
import { TagPut } from './tag-put'
import { tagWords } from './tag-words'
import { Traits } from './traits'

type Coverage = Shapes['audience.ShowCoverage.Coverage']

const texts = dictionary(
  {
    title: '标签', purpose: '贴在会员身上的词和值，每一个都说得出为什么。', q: '标签名称', name: '名称', kind: '怎么来的', rule: '规则', count: '覆盖', group: '分组', carries: '带什么', kinds: { rule: '规则', hand: '手工', model: '模型' }, empty: '还没有标签', emptyHint: '完成一程后，规则会给会员打上标签。',
    create: '新建标签', put: '贴上或揭下', all: '全部分组', tags: '标签', traits: '计算特征', fields: '字段', models: '模型', clear: '换个名称或分组试试。', trend: '近两周', trendOf: (name: string, from: string, to: string) => `${name}：两周前 ${from} 人，现在 ${to} 人`, ran: '上次运行', ranHint: '每个事件立即判断；到期的每分钟看一次', changed: '人数上次变动', users: '谁在用', unused: '没有人用', show: '显示', shows: { all: '全部标签', used: '有人用的', unused: '没有人用的' }, clean: (n: string) => `${n} 个标签没有人用，也许可以清理`, showUnused: '看这些标签', usesBy: { segment: '人群', journey: '旅程', tag: '标签规则' } as Record<string, string>,
  },
  {
    title: 'Tags', purpose: 'Words and values on a member, each with its reason.', q: 'Tag name', name: 'Name', kind: 'How it comes', rule: 'Rule', count: 'Members', group: 'Group', carries: 'Carries', kinds: { rule: 'rule', hand: 'by hand', model: 'model' }, empty: 'No tags yet', emptyHint: 'Rules tag members once trips complete.',
    create: 'New tag', put: 'Put on or take off', all: 'All groups', tags: 'Tags', traits: 'Computed traits', fields: 'Fields', models: 'Models', clear: 'Try another name or group.', trend: 'Two weeks', trendOf: (name: string, from: string, to: string) => `${name}: ${from} members two weeks ago, ${to} now`, ran: 'Last run', ranHint: 'Judged with every event; what falls due is looked at every minute', changed: 'Count last moved', users: 'Used by', unused: 'nobody', show: 'Show', shows: { all: 'all tags', used: 'used ones', unused: 'unused ones' }, clean: (n: string) => `Nobody uses ${n} of these tags; they may be cleared away`, showUnused: 'Show them', usesBy: { segment: 'segment', journey: 'journey', tag: 'rule of tag' } as Record<string, string>,
  },
)

const defaults = { q: '', group: '', use: 'all', tab: 'tags' }

export default function Tags() {
  const t = useTexts(texts)
  const words = useTexts(tagWords)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const [filters, change, reset] = useFilters(defaults)
  const [making, setMaking] = useState(false)
  const [putting, setPutting] = useState<TagDefinition | null>(null)
  const list = useCursorList('tags', api.tags, {}, 15_000)
  const coverage = useQuery({ queryKey: ['tag-coverage'], queryFn: api.tagCoverage, refetchInterval: 60_000 })
  const known = new Map((coverage.data ?? []).map((one) => [one.code, one]))
  const unused = (tag: TagDefinition) => known.get(tag.code)?.usedBy.length === 0
  const idle = list.items.filter(unused).length
  const needle = filters.q.toLowerCase()
  const groups = new Map(list.items.map((tag) => [tag.group, tag.groupName]))
  const shown = { ...list, items: list.items.filter((tag) => `${say(tag.name)} ${tag.code}`.toLowerCase().includes(needle) && (filters.group === '' || tag.group === filters.group) && (filters.use === 'all' || unused(tag) === (filters.use === 'unused'))) }
  const mayWrite = staff.may('segments.write')
  const columns: TableProps<TagDefinition>['columns'] = [
    { title: t.name, render: (_, tag) => <Mark tone="indigo">{say(tag.name)}</Mark> },
    { title: t.count, align: 'right', className: 'num', render: (_, tag) => formats.count(tag.count) },
    {
      title: t.trend,
      render: (_, tag) => {
        const trend = known.get(tag.code)?.trend ?? []
        return trend.length > 1 ? <span className="tag-trend" title={t.trendOf(say(tag.name), formats.count(trend[0]!), formats.count(trend.at(-1)!))}><Sparkline values={trend} name={t.trendOf(say(tag.name), formats.count(trend[0]!), formats.count(trend.at(-1)!))} /></span> : '—'
      },
    },
    { title: <span title={t.ranHint}>{t.ran}</span>, render: (_, tag) => <When at={known.get(tag.code)?.ranAt} /> },
    { title: t.changed, render: (_, tag) => <When at={known.get(tag.code)?.changedAt} /> },
    { title: t.users, render: (_, tag) => <Users uses={known.get(tag.code)?.usedBy} /> },
    { title: t.group, render: (_, tag) => say(tag.groupName) },
    { title: t.kind, render: (_, tag) => wordFor(t.kinds, tag.kind) },
    { title: t.carries, render: (_, tag) => <span title={tag.choices.map((one) => say(one.label)).join(' · ')}>{wordFor(words.kinds, tag.carries)}</span> },
    { title: t.rule, width: 220, render: (_, tag) => <span className="clip tag-rule" title={say(tag.rule)}>{say(tag.rule)}</span> },
    ...(mayWrite ? [{ title: '', key: 'put', render: (_: unknown, tag: TagDefinition) => tag.kind === 'hand' && <Button size="small" onClick={() => setPutting(tag)}>{t.put}</Button> }] : []),
  ]
  const tags = (
    <>
      <FilterBar onReset={filters.q || filters.group || filters.use !== 'all' ? () => change({ q: '', group: '', use: 'all' }) : undefined}>
        <Space wrap>
          <Input.Search allowClear placeholder={t.q} aria-label={t.q} defaultValue={filters.q} key={filters.q} style={{ width: 240 }} onSearch={(q) => change({ q })} />
          <Select aria-label={t.group} value={filters.group} style={{ minWidth: 160 }} options={[{ value: '', label: t.all }, ...[...groups].map(([code, name]) => ({ value: code, label: say(name) }))]} onChange={(group) => change({ group })} />
          <Select aria-label={t.show} value={filters.use} style={{ minWidth: 140 }} options={(['all', 'used', 'unused'] as const).map((value) => ({ value, label: t.shows[value] }))} onChange={(use) => change({ use })} />
        </Space>
      </FilterBar>
      {coverage.error && <ErrorState error={coverage.error} onRetry={() => void coverage.refetch()} />}
      {idle > 0 && filters.use !== 'unused' && (
        <p className="verdict is-attention tag-clean">
          {t.clean(formats.count(idle))} <Button type="link" size="small" onClick={() => change({ use: 'unused' })}>{t.showUnused}</Button>
        </p>
      )}
      <ListTable list={shown} columns={columns} rowKey="code" filtered={filters.q !== '' || filters.group !== '' || filters.use !== 'all'} onClear={reset} empty={{ title: t.empty, hint: t.emptyHint }} />
    </>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={mayWrite && filters.tab === 'tags' && <Button type="primary" onClick={() => setMaking(true)}>{t.create}</Button>}>
      <Tabs activeKey={filters.tab} onChange={(tab) => change({ tab })} items={[{ key: 'tags', label: t.tags, children: tags }, { key: 'traits', label: t.traits, children: filters.tab === 'traits' && <Traits mayWrite={mayWrite} /> }, { key: 'fields', label: t.fields, children: filters.tab === 'fields' && <Fields mayWrite={mayWrite} /> }, { key: 'models', label: t.models, children: filters.tab === 'models' && <Models mayWrite={mayWrite} /> }]} />
      {making && <TagNew onClose={() => setMaking(false)} />}
      {putting && <TagPut tag={putting} onClose={() => setPutting(null)} />}
    </Page>
  )
}

/** Who would miss it, each a link to its page. */
function Users({ uses }: { uses: Coverage['usedBy'] | undefined }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  if (!uses) return <span className="w-quiet">—</span>
  if (uses.length === 0) return <span className="w-quiet">{t.unused}</span>
  const shown = uses.slice(0, 3)
  return (
    <span className="tag-users">
      {shown.map((use) => {
        const name = `${wordFor(t.usesBy, use.kind)} ${say(use.name)}`
        return use.kind === 'tag' ? <span key={name}>{name}</span> : <Link key={use.id} to={`/${use.kind}s/${encodeURIComponent(use.id)}`}>{name}</Link>
      })}
      {uses.length > shown.length && <span className="w-quiet" title={allOf(uses, say)}>+{uses.length - shown.length}</span>}
    </span>
  )
}

const allOf = (uses: Coverage['usedBy'], say: (said: Coverage['usedBy'][number]['name']) => string) => uses.map((use) => say(use.name)).join(' · ')

function When({ at }: { at: string | null | undefined }) {
  const { formats } = useAppearance()
  const now = useNow()
  return at ? <time className="num" dateTime={at} title={formats.dateTime(at)}>{formats.near(at, now)}</time> : <span className="w-quiet">—</span>
}
