import { useQuery } from '@tanstack/react-query'
import type { MailResult, MessageTemplate } from '@waystation/client'
import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { Button, Input, Table, type TableProps } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { FilterBar, ListTable, Page } from '../../shell/page'

const texts = dictionary(
  { title: '消息模板', purpose: '对会员说的话。发布后不改，改动成为新版本；已排队的消息仍用原来的版本。', q: '模板内容或编号', text: '内容', version: '版本', values: '必填变量', none: '无', make: '新建模板', empty: '还没有模板', emptyHint: '写第一条：一句话、两种语言。', mail: '邮件效果', mailNote: '近 90 天。打开：图片被读者或其邮箱代理加载，或点了链接。有的邮箱会提前加载全部图片，那不算打开，单独列出；关掉图片又没点链接的读者，谁也看不到。', sent: '已发出', opened: '打开', ahead: '仅被提前加载', clicked: '点击', bounced: '退信', complained: '投诉', proxy: '经邮箱代理' },
  { title: 'Message texts', purpose: 'What is said to members. A published text never changes: an edit is a new version, and messages that wait keep theirs.', q: 'Text or code', text: 'Text', version: 'Version', values: 'Required values', none: 'none', make: 'New text', empty: 'No texts yet', emptyHint: 'Write the first one: a sentence in two languages.', mail: 'What became of mails', mailNote: 'In the last 90 days. Opened: a picture was loaded by the reader or by a proxy of the mail house, or a link was followed. Some mail houses load every picture ahead; that is no opening and stands apart. Who reads without pictures and follows no link is seen by nobody.', sent: 'Left', opened: 'Opened', ahead: 'Only loaded ahead', clicked: 'Clicked', bounced: 'Bounced', complained: 'Complained', proxy: 'through a proxy' },
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
      <MailResults />
      <ListTable list={shown} columns={columns} rowKey="code" onOpen={(one) => void navigate(`/templates/${encodeURIComponent(one.code)}`)} filtered={filters.q !== ''} onClear={reset} empty={{ title: t.empty, hint: t.emptyHint }} />
    </Page>
  )
}

/** What is known of the readers of mails, and what is not. */
function MailResults() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const results = useQuery({ queryKey: ['mail-results'], queryFn: () => api.mailResults(), staleTime: 60_000 })
  const rows = results.data ?? []
  if (rows.length === 0) return null
  const number = (count: number, of: number) => (of > 0 ? `${formats.count(count)} · ${Math.round((count * 100) / of)} %` : formats.count(count))
  const columns: TableProps<MailResult>['columns'] = [
    { title: t.text, render: (_, one) => <Link to={`/templates/${encodeURIComponent(one.code)}`}>{one.code} <small className="w-quiet">{t.version} {one.version}</small></Link> },
    { title: t.sent, align: 'right', className: 'num', render: (_, one) => formats.count(one.sent) },
    { title: t.opened, align: 'right', className: 'num', render: (_, one) => <>{number(one.opened, one.sent)}{one.throughProxy > 0 && <small className="w-quiet"> ({t.proxy} {formats.count(one.throughProxy)})</small>}</> },
    { title: t.ahead, align: 'right', className: 'num', render: (_, one) => formats.count(one.onlyMachine) },
    { title: t.clicked, align: 'right', className: 'num', render: (_, one) => number(one.clicked, one.sent) },
    { title: t.bounced, align: 'right', className: 'num', render: (_, one) => formats.count(one.bounced) },
    { title: t.complained, align: 'right', className: 'num', render: (_, one) => formats.count(one.complained) },
  ]
  return (
    <section className="w-card stack" style={{ marginBottom: 16 }}>
      <h2 className="card-title">{t.mail}</h2>
      <p className="w-quiet">{t.mailNote}</p>
      <Table size="small" pagination={false} rowKey={(one) => `${one.code} ${one.version}`} dataSource={rows} columns={columns} scroll={{ x: 'max-content' }} />
    </section>
  )
}
