import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Problem } from '@waystation/client'
import { EmptyState, ErrorState, Mark, SkeletonRows, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { memberWords } from './member-words'

/** The family that shares points: who shares how much, and who may use how much. */
export function Family({ memberId }: { memberId: string }) {
  const t = useTexts(memberWords)
  const { formats } = useAppearance()
  const staff = useStaff()
  const client = useQueryClient()
  const [why, setWhy] = useState('')
  const key = ['member-household', memberId]
  const household = useQuery({
    queryKey: key,
    queryFn: async () => {
      try {
        return await api.memberHousehold(memberId)
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null
        throw error
      }
    },
  })
  const act = useAction((wish: { id: string; freeze: string | null }, k) => (wish.freeze === null ? api.thawHousehold(wish.id, k) : api.freezeHousehold(wish.id, wish.freeze, k)), () => void client.invalidateQueries({ queryKey: key }))
  if (household.error) return <ErrorState error={household.error} onRetry={() => void household.refetch()} />
  if (household.data === undefined) return <SkeletonRows rows={3} />
  const family = household.data
  if (family === null) return <EmptyState title={t.empty.family} hint={t.empty.familyHint} />
  return (
    <>
      <p className="family-head">
        <span className="w-quiet">{wordFor(t.order1, family.drawOrder)}</span>
        {family.frozenFor && <Mark tone="stop">{formats.labelled(t.frozen, family.frozenFor)}</Mark>}
        {staff.may('households.freeze') &&
          (family.frozenFor ? (
            <Button size="small" loading={act.isPending} onClick={() => act.mutate({ id: family.id, freeze: null })}>{t.thaw}</Button>
          ) : (
            <Popconfirm title={t.freezeTitle} description={<Input autoFocus placeholder={t.reason} maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} />} okButtonProps={{ disabled: why.trim().length < 4 }} onConfirm={() => act.mutate({ id: family.id, freeze: why.trim() })}>
              <Button size="small">{t.freeze}</Button>
            </Popconfirm>
          ))}
      </p>
      {act.error && <ErrorState error={act.error} />}
      <ul className="plain-list">
        {family.kin.map((kin) => (
          <li key={kin.memberId}>
            <span>
              {kin.memberId === memberId ? <b>{kin.name}</b> : <Link to={`/members/${kin.memberId}`}>{kin.name}</Link>} <Mark tone={kin.role === 'owner' ? 'indigo' : 'plain'}>{wordFor(t.roles, kin.role)}</Mark>
            </span>
            <span className="w-quiet num">{[t.share(formats.percent(kin.sharePercent / 100)), kin.monthlyLimit != null ? t.monthly(formats.points(kin.monthlyLimit)) : '', t.active(formats.date(kin.activeOn))].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
