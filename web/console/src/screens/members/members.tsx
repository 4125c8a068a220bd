import type { MemberRow, Tier } from '@waystation/client'
import { DateTimeText, dictionary, Mark, useAppearance, useTexts } from '@waystation/design'
import { Input, type TableProps } from 'antd'
import { useNavigate } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useCityName } from '../../data/names'
import { FilterBar, ListTable, Page } from '../../shell/page'

const texts = dictionary(
  {
    title: '会员', purpose: '找到一位会员，看到他的全部。姓名与手机按规定打码。', q: '姓名、拼音、手机号或后四位、证件号、会员号', name: '姓名', phone: '手机', city: '城市', age: '年龄', groups: '身份', groupNames: { student: '学生', senior: '长者' }, since: '入会', id: '会员号',
    nobody: '没有找到这位会员', nobodyHint: '可以搜完整姓名（黎巍瑞）、完整拼音（liweirui）、首字母（lwr）、手机或证件后四位，或完整号码。姓名的一部分搜不到。', empty: '还没有会员', emptyHint: '会员在手机上注册后会出现在这里。',
  },
  {
    title: 'Members', purpose: 'Find a member and see all of it. Names and phones are masked.', q: 'Name, pinyin, phone or last four, document, member number', name: 'Name', phone: 'Phone', city: 'City', age: 'Age', groups: 'Verified as', groupNames: { student: 'Student', senior: 'Senior' }, since: 'Since', id: 'Member',
    nobody: 'Nobody found', nobodyHint: 'Whole names (黎巍瑞), whole pinyin (liweirui), initials (lwr), the last four of phone or document, and whole numbers are searched. A part of a name finds nothing.', empty: 'No members yet', emptyHint: 'They appear here once they register on the phone.',
  },
)

const defaults = { q: '' }

export default function Members() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const [filters, change, reset] = useFilters(defaults)
  const list = useCursorList('members', api.members, { q: filters.q })
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <FilterBar onReset={filters.q ? reset : undefined}>
        <Input.Search allowClear placeholder={t.q} aria-label={t.q} defaultValue={filters.q} key={filters.q} style={{ width: 320 }} onSearch={(q) => change({ q: q.trim() })} />
      </FilterBar>
      <ListTable
        list={list}
        columns={useMemberColumns()}
        rowKey="id"
        onOpen={(member) => void navigate(`/members/${encodeURIComponent(member.id)}`)}
        filtered={filters.q !== ''}
        onClear={reset}
        empty={{ title: t.empty, hint: t.emptyHint }}
        unmatched={{ title: t.nobody, hint: t.nobodyHint }}
      />
    </Page>
  )
}

export function TierMark({ tier }: { tier: Pick<Tier, 'code' | 'name'> }) {
  const { say } = useAppearance()
  return <span className={`tier is-${tier.code}`}>{say(tier.name)}</span>
}

export function useMemberColumns(): TableProps<MemberRow>['columns'] {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const cityName = useCityName()
  return [
    { title: t.name, render: (_, member) => <><b>{member.name}</b>{member.matched && <small className="w-quiet"> · {say(member.matched)}</small>}</> },
    { title: t.phone, dataIndex: 'phone', className: 'num' },
    { title: t.city, render: (_, member) => cityName(member.city) || '—' },
    { title: t.age, align: 'right', className: 'num', render: (_, member) => member.age },
    { title: t.groups, render: (_, member) => member.groups.map((group) => <Mark key={group} tone="indigo">{t.groupNames[group as keyof typeof t.groupNames] ?? group}</Mark>) },
    { title: t.since, render: (_, member) => <DateTimeText at={member.joinedAt} /> },
    { title: t.id, render: (_, member) => <Mark>{member.id}</Mark> },
  ]
}
