import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Select, Table } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { venueWords } from './words'

/** Whose view is limited to which venues; it holds from their next question on. */
export function StaffScopes() {
  const t = useTexts(venueWords)
  const { say } = useAppearance()
  const client = useQueryClient()
  const staff = useQuery({ queryKey: ['staff', 'scopes'], queryFn: () => api.staff({ limit: 200 }) })
  const scopes = useQuery({ queryKey: ['staff-scopes'], queryFn: api.staffScopes })
  const venues = useQuery({ queryKey: ['venues'], queryFn: api.venues })
  const limit = useAction((one: { id: string; venues: string[] }, key) => api.limitStaff(one.id, one.venues, key), undefined, () => void client.invalidateQueries({ queryKey: ['staff-scopes'] }))
  const failed = staff.error ?? scopes.error ?? limit.error
  if (failed && !limit.error) return <ErrorState error={failed} />
  if (!staff.data || !scopes.data) return <SkeletonBlock height={240} />
  const options = (venues.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))
  return (
    <>
      <p className="w-quiet">{t.limitHint}</p>
      {limit.error && <ErrorState error={limit.error} kept />}
      <div className="w-card list-card">
        <Table
          size="middle"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={staff.data.items}
          rowKey="id"
          columns={[
            { title: t.staff, render: (_, one) => <b>{one.name}</b> },
            {
              title: t.sees,
              render: (_, one) => (
                <Select mode="multiple" allowClear style={{ minWidth: 260 }} placeholder={t.all} aria-label={`${t.limit} ${one.name}`} value={scopes.data.find((each) => each.staffId === one.id)?.venues ?? []} options={options} disabled={limit.isPending} onChange={(chosen: string[]) => limit.mutate({ id: one.id, venues: chosen })} />
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
