import type { SegmentMember } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, SkeletonRows, useAppearance, DateTimeText, useTexts, WhyDrawer } from '@waystation/design'
import { Button, Input, Table } from 'antd'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { shell } from '../../shell/texts'
import { useCityName } from '../../data/names'

const texts = dictionary(
  { title: '在这个人群里的会员', empty: '现在没有人满足条件', emptyHint: '有人满足时会自动进来。', probe: '抽查一位会员', probeHint: '会员号', whyOf: (name: string) => `为什么：${name}`, why: (name: string) => `在不在人群“${name}”`, open: '打开', name: '姓名', phone: '手机', city: '城市', joined: '入会' },
  { title: 'Members in this segment', empty: 'Nobody meets the condition now', emptyHint: 'They enter by themselves when they do.', probe: 'Check one member', probeHint: 'Member number', whyOf: (name: string) => `Why: ${name}`, why: (name: string) => `In segment “${name}” or not`, open: 'Open', name: 'Name', phone: 'Phone', city: 'City', joined: 'Since' },
)

/** Who is in, and why a given member is or is not. */
export function SegmentPeople({ segmentId, name }: { segmentId: string; name: string }) {
  const t = useTexts(texts)
  const s = useTexts(shell)
  const [asked, setAsked] = useState('')
  const list = useCursorList<SegmentMember, { cursor?: string }>(`segment-members-${segmentId}`, (query) => api.segmentMembers(segmentId, query), {}, 15_000)
  const cityName = useCityName()
  return (
    <section className="w-card">
      <h2 className="card-title">
        {t.title}
        <Input.Search enterButton={t.probe} placeholder={t.probeHint} aria-label={t.probe} style={{ width: 400 }} onSearch={(id) => setAsked(id.trim())} />
      </h2>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.reload} />
      ) : list.loading ? (
        <SkeletonRows rows={5} />
      ) : list.items.length === 0 ? (
        <EmptyState title={t.empty} hint={t.emptyHint} />
      ) : (
        <>
          <Table<SegmentMember>
            size="small"
            pagination={false}
            rowKey="id"
            dataSource={list.items}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t.name, render: (_, member) => <b>{member.name}</b> },
              { title: t.phone, dataIndex: 'phone', className: 'num' },
              { title: t.city, render: (_, member) => cityName(member.city) || '—' },
              { title: t.joined, render: (_, member) => <DateTimeText at={member.registeredAt} /> },
              {
                title: '',
                align: 'right',
                render: (_, member) => (
                  <span className="row-actions">
                    <button type="button" className="w-why" aria-label={t.whyOf(member.name)} title={t.whyOf(member.name)} onClick={() => setAsked(member.id)}>
                      ?
                    </button>
                    <Link to={`/members/${encodeURIComponent(member.id)}`}>{t.open}</Link>
                  </span>
                ),
              },
            ]}
          />
          {list.more && (
            <Button size="small" style={{ marginTop: 8 }} loading={list.loadingMore} onClick={list.loadMore}>
              {s.more}
            </Button>
          )}
        </>
      )}
      <Probe segmentId={segmentId} member={asked} title={t.why(name)} onClose={() => setAsked('')} />
    </section>
  )
}

function Probe({ segmentId, member, title, onClose }: { segmentId: string; member: string; title: string; onClose(): void }) {
  const { say } = useAppearance()
  const why = useQuery({ queryKey: ['segment-explain', segmentId, member], queryFn: () => api.explainSegment(segmentId, member), enabled: member !== '', staleTime: 0 })
  return (
    <WhyDrawer
      open={member !== ''}
      onClose={onClose}
      subject={`${title} · ${member}`}
      explanation={why.data ?? null}
      extra={why.error ? <ErrorState error={why.error} /> : !why.data && member !== '' ? <SkeletonRows rows={3} /> : <span hidden>{say(why.data?.sentence)}</span>}
    />
  )
}
