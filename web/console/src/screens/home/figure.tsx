import { useQuery } from '@tanstack/react-query'
import type { FigureRow } from '@waystation/client'
import { DateTimeText, dictionary, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { DatePicker, type TableProps } from 'antd'
import dayjs from 'dayjs'
import { useNavigate, useParams } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { FilterBar, ListTable, Page } from '../../shell/page'
import { consolePath } from '../../shell/search'

const texts = dictionary(
  {
    purpose: '这一天的数字由下面每一行加起来。', day: '哪一天', at: '时间', what: '发生了什么', detail: '详情', by: '计入', sum: '合计', empty: '这一天没有', emptyHint: '换一天看看。', other: '数字',
    names: { tickets_sold: '售票', revenue: '票款', gate_checkins: '检票', members_joined: '新会员', points_issued: '发放积分', messages_queued: '消息', messages_withheld: '未发送', journey_entries: '进入旅程' },
  },
  {
    purpose: 'The figure of this day is the sum of the rows below.', day: 'Which day', at: 'Time', what: 'What happened', detail: 'Detail', by: 'Counts', sum: 'Sum', empty: 'Nothing on this day', emptyHint: 'Try another day.', other: 'Figure',
    names: { tickets_sold: 'Tickets sold', revenue: 'Revenue', gate_checkins: 'Checked in', members_joined: 'New members', points_issued: 'Points issued', messages_queued: 'Messages', messages_withheld: 'Withheld', journey_entries: 'Journey entries' },
  },
)

/** What a figure of the home page was counted from. */
export default function FigureScreen() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const navigate = useNavigate()
  const { code = '' } = useParams()
  const [filters, change] = useFilters({ day: '' })
  const day = filters.day || undefined
  const total = useQuery({ queryKey: ['figure', code, day], queryFn: () => api.figureRows(code, { day, limit: 1 }) })
  const list = useCursorList<FigureRow, { day?: string }>(`figure-${code}`, (query) => api.figureRows(code, query), { day })
  const name = t.names[code as keyof typeof t.names] ?? t.other
  if (total.error) return <ErrorState error={total.error} onRetry={() => void total.refetch()} />
  if (!total.data) return <SkeletonBlock height={420} />
  const shown = (by: number) => (total.data.money ? formats.money({ minor: by, currency: 'CNY' }) : formats.count(by))
  const columns: TableProps<FigureRow>['columns'] = [
    { title: t.at, render: (_, row) => <DateTimeText at={row.at} /> },
    { title: t.what, render: (_, row) => <b>{say(row.title)}</b> },
    { title: t.detail, render: (_, row) => <span className="w-quiet">{say(row.detail)}</span> },
    { title: t.by, align: 'right', className: 'num', render: (_, row) => shown(row.by) },
  ]
  return (
    <Page title={`${name} · ${formats.date(total.data.day)}`} name={name} purpose={t.purpose}>
      <FilterBar right={<span>{t.sum} <b className="num figure-sum">{shown(total.data.sum)}</b></span>}>
        <DatePicker aria-label={t.day} allowClear={false} value={dayjs(total.data.day)} onChange={(next) => next && change({ day: next.format('YYYY-MM-DD') })} />
      </FilterBar>
      <ListTable list={list} columns={columns} rowKey={(row) => `${row.at} ${row.href} ${row.by} ${say(row.title)}`} onOpen={(row) => row.href && void navigate(consolePath(row.href))} empty={{ title: t.empty, hint: t.emptyHint }} />
    </Page>
  )
}
