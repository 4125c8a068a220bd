import type { Shapes } from '@waystation/client'
import { DateTimeText, Mark, Reference, useTexts } from '@waystation/design'
import { Select, type TableProps } from 'antd'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { itemsOf } from '@waystation/client'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { FilterBar, ListTable } from '../../shell/page'
import { CurlButton } from './copy'
import { developerWords } from './words'

type ApiError = Shapes['ApiErrors.ApiError']

/** Refused requests of programs: each with its id, the rule behind it, and the same request as curl. */
export function ApiErrors() {
  const t = useTexts(developerWords)
  const [filters, change] = useFilters({ tab: 'errors', client: '' })
  const clients = useQuery({ queryKey: ['api-clients', 'names'], queryFn: async () => itemsOf(await api.apiClients({ limit: 200 })) })
  const list = useCursorList<ApiError>('api-errors', api.apiErrors, filters.client ? { client: filters.client } : {}, 10_000)
  const columns: TableProps<ApiError>['columns'] = [
    { title: t.at, render: (_, one) => <Two top={<DateTimeText at={one.at} />} below={one.clientName} /> },
    { title: t.request, render: (_, one) => <Two top={<code className="clip" title={`${one.method} ${one.path}`}>{`${one.method} ${one.path}`}</code>} below={<Reference value={one.requestId} />} /> },
    { title: t.code, render: (_, one) => <Two top={<><Mark tone={one.status >= 500 ? 'stop' : 'plain'}>{one.status}</Mark> <Link to={`/developers?tab=rules&q=${encodeURIComponent(one.code)}`}>{one.code}</Link></>} below={<span className="clip" title={one.detail}>{one.detail}</span>} /> },
    { title: '', align: 'right', render: (_, one) => <CurlButton note={t.curlNote} line={() => curlOf(one)} /> },
  ]
  return (
    <>
      <FilterBar onReset={filters.client ? () => change({ client: '' }) : undefined}>
        <Select allowClear placeholder={t.anyClient} aria-label={t.client} value={filters.client || undefined} onChange={(client?: string) => change({ client: client ?? '' })} style={{ width: 240 }} options={(clients.data ?? []).map((one) => ({ value: one.id, label: one.name }))} />
      </FilterBar>
      <ListTable list={list} columns={columns} rowKey="requestId" filtered={filters.client !== ''} onClear={() => change({ client: '' })} empty={{ title: t.noErrors, hint: t.noErrorsHint, action: <Link to="/api-clients">{t.keys}</Link> }} />
    </>
  )
}

/** Two lines of a cell, so that the table needs no wider window. */
function Two({ top, below }: { top: ReactNode; below: ReactNode }) {
  return (
    <>
      {top}
      <div className="w-quiet">{below}</div>
    </>
  )
}

function curlOf({ method, path }: ApiError) {
  const quoted = `${location.origin}${path}`.replaceAll("'", "'\\''")
  const write = method === 'GET' ? '' : ` \\\n  -H "Idempotency-Key: $(uuidgen)" \\\n  -H 'Content-Type: application/json' \\\n  --data-raw '{}'`
  return `curl -i -X ${method} '${quoted}' \\\n  -H "Authorization: Bearer $WAYSTATION_KEY"${write}`
}
