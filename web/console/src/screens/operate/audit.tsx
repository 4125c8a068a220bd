import type { AuditEntry } from '@waystation/client'
import { DateTimeText, dictionary, useAppearance, useTexts } from '@waystation/design'
import { Input, type TableProps } from 'antd'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { FilterBar, ListTable, Page } from '../../shell/page'

const texts = dictionary(
  { title: '操作留痕', purpose: '谁、何时、对什么、做了什么、为什么。', q: '人、动作或对象', at: '时间', actor: '谁', action: '动作', object: '对象', member: '查看会员', detail: '内容', number: '序号', digest: '指纹', empty: '还没有记录', emptyHint: '查看明文、发布方案、登录等操作会记在这里。' },
  { title: 'Audit log', purpose: 'Who did what to which thing, when and why.', q: 'Person, action or object', at: 'Time', actor: 'Who', action: 'Action', object: 'About', member: 'See the member', detail: 'What', number: 'No.', digest: 'Digest', empty: 'Nothing recorded yet', emptyHint: 'Reveals, published plans, sign-ins and the like are recorded here.' },
)

const defaults = { q: '' }

export default function Audit() {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const [filters, change, reset] = useFilters(defaults)
  const list = useCursorList('audit', api.audit, {}, 15_000)
  const needle = filters.q.toLowerCase()
  const shown = { ...list, items: list.items.filter((entry) => `${say(entry.who)} ${say(entry.title)} ${say(entry.said)} ${entry.about ?? ''}`.toLowerCase().includes(needle)) }
  const columns: TableProps<AuditEntry>['columns'] = [
    { title: t.number, align: 'right', className: 'num', dataIndex: 'sequence' },
    { title: t.at, render: (_, entry) => <DateTimeText at={entry.occurredAt} /> },
    { title: t.actor, render: (_, entry) => <span title={entry.actor}>{say(entry.who)}</span> },
    { title: t.action, render: (_, entry) => <span title={entry.action}>{say(entry.title)}</span> },
    { title: t.detail, render: (_, entry) => <span title={entry.detail}>{say(entry.said)}</span> },
    { title: t.object, render: (_, entry) => (entry.about ? <Link to={`/members/${encodeURIComponent(entry.about)}`}>{t.member}</Link> : '—') },
    { title: t.digest, render: (_, entry) => <code title={entry.digest}>{entry.digest?.slice(0, 10)}</code> },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <FilterBar onReset={filters.q ? reset : undefined}>
        <Input.Search allowClear placeholder={t.q} aria-label={t.q} defaultValue={filters.q} key={filters.q} style={{ width: 280 }} onSearch={(q) => change({ q })} />
      </FilterBar>
      <ListTable list={shown} columns={columns} rowKey="sequence" filtered={filters.q !== ''} onClear={reset} empty={{ title: t.empty, hint: t.emptyHint }} />
    </Page>
  )
}
