import type { MemberRow } from '@waystation/client'
import { DateTimeText, dictionary, Mark, useAppearance, useFormats, useTexts } from '@waystation/design'
import { Input, type TableProps } from 'antd'
import { useNavigate } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { FilterBar, ListTable, Page } from '../../shell/page'

const texts = dictionary(
  {
    title: '会员', purpose: '找到一位会员，看到他的全部。姓名与手机按规定打码。', q: '手机号、尾号、姓名或会员号', name: '姓名', phone: '手机', tier: '等级', city: '城市', points: '积分', since: '入会', id: '会员号',
    empty: '还没有会员', emptyHint: '会员在手机上注册后会出现在这里。',
  },
  {
    title: 'Members', purpose: 'Find a member and see all of it. Names and phones are masked.', q: 'Phone, tail, name or member number', name: 'Name', phone: 'Phone', tier: 'Tier', city: 'City', points: 'Points', since: 'Since', id: 'Member',
    empty: 'No members yet', emptyHint: 'They appear here once they register on the phone.',
  },
)

const defaults = { q: '' }

export default function Members() {
  const t = useTexts(texts)
  const formats = useFormats()
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
        columns={useMemberColumns(formats.points)}
        rowKey="id"
        onOpen={(member) => void navigate(`/members/${encodeURIComponent(member.id)}`)}
        filtered={filters.q !== ''}
        onClear={reset}
        empty={{ title: t.empty, hint: t.emptyHint }}
      />
    </Page>
  )
}

export function TierMark({ tier }: { tier: MemberRow['tier'] }) {
  const { say } = useAppearance()
  const name = tier && typeof tier === 'object' ? say(tier.name) : tier
  const code = tier && typeof tier === 'object' ? tier.code : tier
  if (!name) return <span className="w-quiet">—</span>
  return <span className={`tier is-${code ?? 'standard'}`}>{name}</span>
}

export function useMemberColumns(points: (value: number) => string): TableProps<MemberRow>['columns'] {
  const t = useTexts(texts)
  const { say } = useAppearance()
  return [
    { title: t.name, render: (_, member) => <b>{member.name}</b> },
    { title: t.phone, dataIndex: 'phone', className: 'num' },
    { title: t.tier, render: (_, member) => <TierMark tier={member.tier} /> },
    { title: t.city, render: (_, member) => say(member.city) || '—' },
    { title: t.points, align: 'right', className: 'num', render: (_, member) => (typeof member.points === 'number' ? points(member.points) : '—') },
    { title: t.since, render: (_, member) => <DateTimeText at={member.joinedAt ?? member.registeredAt} /> },
    { title: t.id, render: (_, member) => <Mark>{member.id}</Mark> },
  ]
}
