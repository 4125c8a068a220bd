import type { TagDefinition } from '@waystation/client'
import { dictionary, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Input, Select, Space, Tabs, type TableProps } from 'antd'
import { useState } from 'react'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { FilterBar, ListTable, Page } from '../../shell/page'
import { TagNew } from './tag-new'
import { TagPut } from './tag-put'
import { tagWords } from './tag-words'
import { Traits } from './traits'

const texts = dictionary(
  {
    title: '标签', purpose: '贴在会员身上的词和值，每一个都说得出为什么。', q: '标签名称', name: '名称', kind: '怎么来的', rule: '规则', count: '覆盖', group: '分组', carries: '带什么', kinds: { rule: '规则', hand: '手工', model: '模型' }, empty: '还没有标签', emptyHint: '完成一程后，规则会给会员打上标签。',
    create: '新建标签', put: '贴上或揭下', all: '全部分组', tags: '标签', traits: '计算特征', clear: '换个名称或分组试试。',
  },
  {
    title: 'Tags', purpose: 'Words and values on a member, each with its reason.', q: 'Tag name', name: 'Name', kind: 'How it comes', rule: 'Rule', count: 'Members', group: 'Group', carries: 'Carries', kinds: { rule: 'rule', hand: 'by hand', model: 'model' }, empty: 'No tags yet', emptyHint: 'Rules tag members once trips complete.',
    create: 'New tag', put: 'Put on or take off', all: 'All groups', tags: 'Tags', traits: 'Computed traits', clear: 'Try another name or group.',
  },
)

const defaults = { q: '', group: '', tab: 'tags' }

export default function Tags() {
  const t = useTexts(texts)
  const words = useTexts(tagWords)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const [filters, change, reset] = useFilters(defaults)
  const [making, setMaking] = useState(false)
  const [putting, setPutting] = useState<TagDefinition | null>(null)
  const list = useCursorList('tags', api.tags, {}, 15_000)
  const needle = filters.q.toLowerCase()
  const groups = new Map(list.items.map((tag) => [tag.group, tag.groupName]))
  const shown = { ...list, items: list.items.filter((tag) => `${say(tag.name)} ${tag.code}`.toLowerCase().includes(needle) && (filters.group === '' || tag.group === filters.group)) }
  const mayWrite = staff.may('segments.write')
  const columns: TableProps<TagDefinition>['columns'] = [
    { title: t.name, render: (_, tag) => <Mark tone="indigo">{say(tag.name)}</Mark> },
    { title: t.group, render: (_, tag) => say(tag.groupName) },
    { title: t.kind, render: (_, tag) => wordFor(t.kinds, tag.kind) },
    { title: t.carries, render: (_, tag) => <span title={tag.choices.map((one) => say(one.label)).join(' · ')}>{wordFor(words.kinds, tag.carries)}</span> },
    { title: t.rule, render: (_, tag) => <span className="clip">{say(tag.rule)}</span> },
    { title: t.count, align: 'right', className: 'num', render: (_, tag) => formats.count(tag.count) },
    ...(mayWrite ? [{ title: '', key: 'put', render: (_: unknown, tag: TagDefinition) => tag.kind === 'hand' && <Button size="small" onClick={() => setPutting(tag)}>{t.put}</Button> }] : []),
  ]
  const tags = (
    <>
      <FilterBar onReset={filters.q || filters.group ? () => change({ q: '', group: '' }) : undefined}>
        <Space wrap>
          <Input.Search allowClear placeholder={t.q} aria-label={t.q} defaultValue={filters.q} key={filters.q} style={{ width: 240 }} onSearch={(q) => change({ q })} />
          <Select aria-label={t.group} value={filters.group} style={{ minWidth: 160 }} options={[{ value: '', label: t.all }, ...[...groups].map(([code, name]) => ({ value: code, label: say(name) }))]} onChange={(group) => change({ group })} />
        </Space>
      </FilterBar>
      <ListTable list={shown} columns={columns} rowKey="code" filtered={filters.q !== '' || filters.group !== ''} onClear={reset} empty={{ title: t.empty, hint: t.emptyHint }} />
    </>
  )
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={mayWrite && filters.tab === 'tags' && <Button type="primary" onClick={() => setMaking(true)}>{t.create}</Button>}>
      <Tabs activeKey={filters.tab} onChange={(tab) => change({ tab })} items={[{ key: 'tags', label: t.tags, children: tags }, { key: 'traits', label: t.traits, children: filters.tab === 'traits' && <Traits mayWrite={mayWrite} /> }]} />
      {making && <TagNew onClose={() => setMaking(false)} />}
      {putting && <TagPut tag={putting} onClose={() => setPutting(null)} />}
    </Page>
  )
}
