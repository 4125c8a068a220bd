import type { MessageTemplate } from '@waystation/client'
import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { Button, Input, type TableProps } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { FilterBar, ListTable, Page } from '../../shell/page'

const texts = dictionary(
  { title: '消息模板', purpose: '对会员说的话。发布后不改，改动成为新版本；已排队的消息仍用原来的版本。', q: '模板内容或编号', text: '内容', version: '版本', values: '必填变量', none: '无', make: '新建模板', empty: '还没有模板', emptyHint: '写第一条：一句话、两种语言。' },
  { title: 'Message texts', purpose: 'What is said to members. A published text never changes: an edit is a new version, and messages that wait keep theirs.', q: 'Text or code', text: 'Text', version: 'Version', values: 'Required values', none: 'none', make: 'New text', empty: 'No texts yet', emptyHint: 'Write the first one: a sentence in two languages.' },
)

const defaults = { q: '' }

export default function Templates() {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const staff = useStaff()
  const navigate = useNavigate()
  const [filters, change, reset] = useFilters(defaults)
  const list = useCursorList('message-templates', async () => ({ items: await api.messageTemplates(), next: null }), {}, 60_000)
  const needle = filters.q.toLowerCase()
  const shown = { ...list, items: list.items.filter((one) => `${one.code} ${say(one.title)} ${say(one.body)}`.toLowerCase().includes(needle)) }
  const columns: TableProps<MessageTemplate>['columns'] = [
    { title: t.text, render: (_, one) => <span className="clip"><b>{say(one.title)}</b> · {say(one.body)}</span> },
    { title: t.values, render: (_, one) => one.placeholders.join(', ') || <span className="w-quiet">{t.none}</span> },
    { title: t.version, align: 'right', className: 'num', dataIndex: 'version' },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={staff.may('journeys.write') && <Link to="/templates/new"><Button type="primary">{t.make}</Button></Link>}>
      <FilterBar onReset={filters.q ? reset : undefined}>
        <Input.Search allowClear placeholder={t.q} aria-label={t.q} defaultValue={filters.q} key={filters.q} style={{ width: 240 }} onSearch={(q) => change({ q })} />
      </FilterBar>
      <ListTable list={shown} columns={columns} rowKey="code" onOpen={(one) => void navigate(`/templates/${encodeURIComponent(one.code)}`)} filtered={filters.q !== ''} onClear={reset} empty={{ title: t.empty, hint: t.emptyHint }} />
    </Page>
  )
}
