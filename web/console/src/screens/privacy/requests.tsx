import { useQuery } from '@tanstack/react-query'
import type { PrivacyRequest } from '@waystation/client'
import { DateTimeText, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Modal, type TableProps } from 'antd'
import { Link } from 'react-router'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { ListTable } from '../../shell/page'
import { ErasureProof } from './proof'
import { privacyWords } from './words'

export function Requests() {
  const t = useTexts(privacyWords)
  const [filters, change] = useFilters({ tab: 'report', request: '' })
  const list = useCursorList<PrivacyRequest>('privacy-requests', api.privacyRequests, {})
  const columns = useRequestColumns((id) => change({ request: id }))
  return (
    <>
      <ListTable list={list} columns={columns} rowKey="id" empty={{ title: t.noRequests, hint: t.noRequestsHint }} />
      {filters.request && <RequestWindow id={filters.request} onClose={() => change({ request: '' })} />}
    </>
  )
}

export function useRequestColumns(onProof: (id: string) => void, withMember = true): TableProps<PrivacyRequest>['columns'] {
  const t = useTexts(privacyWords)
  const { say } = useAppearance()
  return [
    { title: t.at, render: (_, one) => <DateTimeText at={one.at} /> },
    { title: t.kind, render: (_, one) => <b>{wordFor(t.requestKinds, one.kind)}</b> },
    ...(withMember ? [{ title: t.member, render: (_: unknown, one: PrivacyRequest) => <Link to={`/privacy/people/${encodeURIComponent(one.member)}`}>{one.member}</Link> }] : []),
    { title: t.by, render: (_, one) => say(one.by) },
    { title: t.reason, render: (_, one) => <span className="clip" title={one.reason}>{one.reason}</span> },
    {
      title: t.proof,
      render: (_, one) =>
        one.kind === 'erasure' ? (
          <>
            <Mark tone={one.genuine ? 'good' : 'stop'}>{one.genuine ? t.genuine : t.forged}</Mark>{' '}
            <Button type="link" size="small" onClick={() => onProof(one.id)}>
              {t.show}
            </Button>
          </>
        ) : (
          t.none
        ),
    },
  ]
}

/** One thing somebody asked of their data, with the proof of what was done. */
export function RequestWindow({ id, onClose }: { id: string; onClose(): void }) {
  const t = useTexts(privacyWords)
  const { say } = useAppearance()
  const request = useQuery({ queryKey: ['privacy-request', id], queryFn: () => api.privacyRequest(id) })
  const one = request.data
  return (
    <Modal open onCancel={onClose} title={one ? `${wordFor(t.requestKinds, one.kind)} · ${one.member}` : t.proof} footer={null} width={720}>
      {request.error ? (
        <ErrorState error={request.error} onRetry={() => void request.refetch()} />
      ) : !one ? (
        <SkeletonBlock />
      ) : (
        <>
          <p className="w-quiet">
            <DateTimeText at={one.at} /> · {say(one.by)} · {one.reason}
          </p>
          {one.kind === 'erasure' && <ErasureProof request={one} />}
        </>
      )}
    </Modal>
  )
}
