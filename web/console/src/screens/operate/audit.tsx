import type { AuditEntry } from '@waystation/client'
import { DateTimeText, dictionary, useAppearance, useTexts } from '@waystation/design'
import { Button, DatePicker, Select, Tag, type TableProps } from 'antd'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useVenueDays } from '../../data/venue-days'
import { FilterBar, ListTable, Page } from '../../shell/page'
import { FileButtons } from '../imports/file-buttons'
import { actionWords } from './audit-words'
import { Proof } from './proof'

const texts = dictionary(
  { title: '操作留痕', purpose: '谁、何时、对什么、做了什么、为什么。每条都连着前一条的指纹，改动一条就会被查出来。', at: '时间', actor: '谁', action: '动作', object: '对象', detail: '内容', number: '序号', digest: '指纹', from: '从', to: '到', only: '只看它', empty: '还没有记录', emptyHint: '查看明文、发布方案、登录等操作会记在这里。', take: '导出给审计', theirs: '只看这个人做的', kinds: { mbr: '会员', stf: '员工', pln: '放票方案', cli: '接口客户端' } },
  { title: 'Audit log', purpose: 'Who did what to which thing, when and why. Each entry carries the digest of the one before, so a change in any shows.', at: 'Time', actor: 'Who', action: 'Action', object: 'About', detail: 'What', number: 'No.', digest: 'Digest', from: 'From', to: 'To', only: 'Only', empty: 'Nothing recorded yet', emptyHint: 'Reveals, published plans, sign-ins and the like are recorded here.', take: 'Export for auditors', theirs: 'Only what they did', kinds: { mbr: 'Member', stf: 'Staff', pln: 'Release plan', cli: 'API client' } },
)

const defaults = { about: '', by: '', action: '', from: '', to: '' }
const pages: Record<string, (id: string) => string> = {
  mbr: (id) => `/members/${encodeURIComponent(id)}`,
  stf: () => '/staff',
  cli: () => '/api-clients',
}

export default function Audit() {
  const t = useTexts(texts)
  const actions = useTexts(actionWords)
  const { say } = useAppearance()
  const [filters, change, reset] = useFilters(defaults)
  const filtered = Object.values(filters).some(Boolean)
  const query = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ''))
  const list = useCursorList('audit', api.audit, query, 15_000)
  const first = list.items[0]
  const nameOf = (id: string) => t.kinds[id.slice(0, 3) as keyof typeof t.kinds] ?? id
  const columns: TableProps<AuditEntry>['columns'] = [
    { title: t.number, align: 'right', className: 'num', dataIndex: 'sequence' },
    { title: t.at, render: (_, entry) => <DateTimeText at={entry.occurredAt} /> },
    { title: t.actor, render: (_, entry) => <span title={entry.actor}>{say(entry.who)}</span> },
    { title: t.action, render: (_, entry) => <span title={entry.action}>{say(entry.title)}</span> },
    { title: t.detail, render: (_, entry) => <span className="clip" title={entry.detail}>{say(entry.said)}</span> },
    { title: t.object, render: (_, entry) => <About id={entry.about ?? null} name={nameOf} only={t.only} onOnly={(about) => change({ about })} /> },
    { title: t.digest, render: (_, entry) => <code title={entry.digest}>{entry.digest?.slice(0, 10)}</code> },
  ]
  const days = useVenueDays()
  const day = (value: string) => (value ? days.shown(value) : null)
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={<FileButtons name={t.take} path="/v1/audit/entries" query={filtered ? `?${new URLSearchParams(query)}` : ''} />}>
      <div className="stack">
        <Proof />
        <div>
          <FilterBar onReset={filtered ? reset : undefined}>
            <Select allowClear showSearch optionFilterProp="label" placeholder={t.action} aria-label={t.action} value={filters.action || undefined} onChange={(action?: string) => change({ action: action ?? '' })} style={{ width: 220 }} options={Object.entries(actions).map(([value, label]) => ({ value, label }))} />
            <DatePicker placeholder={t.from} aria-label={t.from} value={day(filters.from)} onChange={(at) => change({ from: at ? days.begin(at) : '' })} />
            <DatePicker placeholder={t.to} aria-label={t.to} value={day(filters.to)?.subtract(1, 'millisecond') ?? null} onChange={(at) => change({ to: at ? days.begin(at.add(1, 'day')) : '' })} />
            {filters.about && <Tag closable onClose={() => change({ about: '' })}>{`${t.only} ${nameOf(filters.about)} ${filters.about}`}</Tag>}
            {filters.by && <Tag closable onClose={() => change({ by: '' })}>{`${t.theirs}${first ? `: ${say(first.who)}` : ''}`}</Tag>}
          </FilterBar>
          <ListTable list={list} columns={columns} rowKey="sequence" filtered={filtered} onClear={reset} empty={{ title: t.empty, hint: t.emptyHint }} />
        </div>
      </div>
    </Page>
  )
}

/** The thing an entry is about: its page, and everything else that happened to it. */
function About({ id, name, only, onOnly }: { id: string | null; name: (id: string) => string; only: string; onOnly: (id: string) => void }) {
  if (!id) return <>—</>
  const page = pages[id.slice(0, 3)]
  return (
    <>
      {page ? <Link to={page(id)}>{name(id)}</Link> : name(id)}{' '}
      <Button type="link" size="small" title={id} onClick={() => onOnly(id)}>
        {only}
      </Button>
    </>
  )
}
