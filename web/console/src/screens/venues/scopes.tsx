import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Select, Table } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { venueWords } from './words'

interface Holder { id: string; name: string; kind: 'staff' | 'client' }

/** Whose view is limited to which venues; it holds from their next question on. */
export function StaffScopes() {
  const t = useTexts(venueWords)
  const { say } = useAppearance()
  const client = useQueryClient()
  const mayClients = useStaff().may('clients.manage')
  const staff = useQuery({ queryKey: ['staff', 'scopes'], queryFn: () => api.staff({ limit: 200 }) })
  const programs = useQuery({ queryKey: ['api-clients', 'scopes'], queryFn: () => api.apiClients({ limit: 200 }), enabled: mayClients })
  const scopes = useQuery({
    queryKey: ['scopes'],
    queryFn: async () => {
      const [people, clients] = await Promise.all([api.staffScopes(), api.clientScopes()])
      return new Map([...people.map((one) => [one.staffId, one.venues] as const), ...clients.map((one) => [one.clientId, one.venues] as const)])
    },
  })
  const venues = useQuery({ queryKey: ['venues'], queryFn: api.venues })
  const limit = useAction(
    async (one: { holder: Holder; venues: string[] }, key) => void (await (one.holder.kind === 'staff' ? api.limitStaff : api.limitClient)(one.holder.id, one.venues, key)),
    undefined,
    () => void client.invalidateQueries({ queryKey: ['scopes'] }),
  )
  const failed = staff.error ?? programs.error ?? scopes.error
  if (failed) return <ErrorState error={failed} />
  if (!staff.data || !scopes.data) return <SkeletonBlock height={240} />
  const options = (venues.data ?? []).map((one) => ({ value: one.code, label: say(one.name) }))
  const holders: Holder[] = [
    ...staff.data.items.map((one) => ({ id: one.id, name: one.name, kind: 'staff' as const })),
    ...(programs.data?.items ?? []).filter((one) => !one.revokedAt).map((one) => ({ id: one.id, name: one.name, kind: 'client' as const })),
  ]
  return (
    <>
      <p className="w-quiet">{t.limitHint}</p>
      {limit.error && <ErrorState error={limit.error} kept />}
      <div className="w-card list-card">
        <Table
          size="middle"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={holders}
          rowKey="id"
          columns={[
            { title: t.holder, render: (_, one) => <b>{one.name}</b> },
            { title: t.kind, render: (_, one) => t.kinds[one.kind] },
            {
              title: t.sees,
              render: (_, one) => (
                <Select mode="multiple" allowClear style={{ minWidth: 260 }} placeholder={t.all} aria-label={`${t.limit} ${one.name}`} value={scopes.data.get(one.id) ?? []} options={options} disabled={limit.isPending} onChange={(chosen: string[]) => limit.mutate({ holder: one, venues: chosen })} />
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
