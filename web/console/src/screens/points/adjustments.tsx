import { useQueryClient } from '@tanstack/react-query'
import type { PointsAdjustment } from '@waystation/client'
import { DateTimeText, ErrorState, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Input, Popconfirm, Segmented, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useCursorList } from '../../data/lists'
import { useStaff } from '../../data/session'
import { ListTable } from '../../shell/page'
import { words } from './words'

const tones: Record<string, 'plain' | 'indigo' | 'good' | 'attention' | 'stop'> = { WAITING: 'attention', POSTED: 'good', REFUSED: 'stop', FAILED: 'stop' }

/** Adjustments; above a role's limit a second person says yes or no. */
export function Adjustments() {
  const t = useTexts(words)
  const { formats } = useAppearance()
  const may = useStaff().may
  const client = useQueryClient()
  const [filters, change] = useFilters({ tab: 'adjustments', state: 'WAITING' })
  const [why, setWhy] = useState('')
  const list = useCursorList('adjustments', api.adjustments, filters.state === 'all' ? {} : { state: filters.state }, 20_000)
  const decide = useAction(
    (wish: { id: string; yes: boolean }, key) => (wish.yes ? api.approveAdjustment(wish.id, key) : api.refuseAdjustment(wish.id, why, key)),
    () => void client.invalidateQueries({ queryKey: ['adjustments'] }),
  )
  const what = (each: PointsAdjustment) => `${wordFor(t.kinds, each.kind)} ${formats.count(each.amount)}`
  const columns: TableProps<PointsAdjustment>['columns'] = [
    { title: t.asked, render: (_, each) => <DateTimeText at={each.askedAt} /> },
    { title: t.member, render: (_, each) => <Link to={`/members/${each.memberId}`}>{t.seeMember}</Link> },
    { title: t.kind, render: (_, each) => wordFor(t.kinds, each.kind) },
    { title: t.amount, align: 'right', className: 'num', render: (_, each) => formats.count(each.amount) },
    { title: t.reason, render: (_, each) => <span className="clip" title={each.reason}>{each.reason}</span> },
    { title: t.state, render: (_, each) => <Mark tone={tones[each.state] ?? 'plain'}>{wordFor(t.states, each.state)}</Mark> },
    {
      title: '',
      align: 'right',
      render: (_, each) =>
        each.state === 'WAITING' && may('points.approve') ? (
          <span className="page-actions">
            <Popconfirm title={t.approveTitle(what(each))} description={each.reason} okText={t.sure} cancelText={t.back} onConfirm={() => decide.mutate({ id: each.id, yes: true })}>
              <Button size="small" type="primary">{t.approve}</Button>
            </Popconfirm>
            <Popconfirm title={t.refuseTitle} description={<Input autoFocus placeholder={t.comment} maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} />} okText={t.sure} cancelText={t.back} okButtonProps={{ disabled: why.trim().length < 4 }} onOpenChange={() => setWhy('')} onConfirm={() => decide.mutate({ id: each.id, yes: false })}>
              <Button size="small">{t.refuse}</Button>
            </Popconfirm>
          </span>
        ) : null,
    },
  ]
  return (
    <>
      <Segmented aria-label={t.state} value={filters.state} onChange={(state) => change({ state })} options={[{ value: 'WAITING', label: t.waitingTab }, { value: 'POSTED', label: t.states.POSTED }, { value: 'REFUSED', label: t.states.REFUSED }]} />
      {decide.error && <ErrorState error={decide.error} />}
      <ListTable list={list} columns={columns} rowKey="id" empty={{ title: t.noAdjustments, hint: t.noAdjustmentsHint }} />
    </>
  )
}
