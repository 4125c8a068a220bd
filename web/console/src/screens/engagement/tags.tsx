import type { TagDefinition } from '@waystation/client'
import { dictionary, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Input, type TableProps } from 'antd'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { FilterBar, ListTable, Page } from '../../shell/page'

const texts = dictionary(
  {
    title: '标签', purpose: '贴在会员身上的词，每一个都说得出为什么。', q: '标签名称', name: '名称', kind: '怎么来的', rule: '规则', count: '覆盖', kinds: { rule: '规则', manual: '手工', model: '模型' }, empty: '还没有标签', emptyHint: '完成一程后，规则会给会员打上标签。',
  },
  {
    title: 'Tags', purpose: 'Words on a member, each with its reason.', q: 'Tag name', name: 'Name', kind: 'How it comes', rule: 'Rule', count: 'Members', kinds: { rule: 'rule', manual: 'by hand', model: 'model' }, empty: 'No tags yet', emptyHint: 'Rules tag members once trips complete.',
  },
)

const defaults = { q: '' }

export default function Tags() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const [filters, change, reset] = useFilters(defaults)
  const list = useCursorList('tags', api.tags, {}, 15_000)
  const needle = filters.q.toLowerCase()
  const shown = { ...list, items: list.items.filter((tag) => `${say(tag.name)} ${tag.code}`.toLowerCase().includes(needle)) }
  const columns: TableProps<TagDefinition>['columns'] = [
    { title: t.name, render: (_, tag) => <Mark tone="indigo">{say(tag.name)}</Mark> },
    { title: t.kind, render: (_, tag) => wordFor(t.kinds, tag.kind) },
    { title: t.rule, render: (_, tag) => <span className="clip">{say(tag.rule)}</span> },
    { title: t.count, align: 'right', className: 'num', render: (_, tag) => formats.count(tag.count) },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <FilterBar onReset={filters.q ? reset : undefined}>
        <Input.Search allowClear placeholder={t.q} aria-label={t.q} defaultValue={filters.q} key={filters.q} style={{ width: 240 }} onSearch={(q) => change({ q })} />
      </FilterBar>
      <ListTable list={shown} columns={columns} rowKey="code" filtered={filters.q !== ''} onClear={reset} empty={{ title: t.empty, hint: t.emptyHint }} />
    </Page>
  )
}
