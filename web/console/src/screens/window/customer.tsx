import { useQuery } from '@tanstack/react-query'
import type { Member360 } from '@waystation/client'
import { EmptyState, ErrorState, SkeletonBlock, useAppearance, useTexts, Why } from '@waystation/design'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { api } from '../../data/client'
import { TierMark } from '../members/members'
import { windowWords } from './words'

const SCANNED = /^waystation:member:/
/** As many as there are digits to choose by. */
const MOST = 9
const SHOWN = 2

/** Who buys: a scan or a few typed digits; where several fit, a digit chooses. */
export function FindCustomer({ input, onFound }: { input: RefObject<InputRef | null>; onFound(memberId: string): void }) {
  const t = useTexts(windowWords)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const found = useQuery({ queryKey: ['window-members', asked], queryFn: async ({ signal }) => (await api.members({ q: asked, limit: MOST }, signal)).items, enabled: asked !== '', gcTime: 0 })
  const people = found.data
  const take = (id: string) => {
    setTyped('')
    setAsked('')
    onFound(id)
  }
  useEffect(() => {
    if (people?.length === 1) take(people[0]!.id)
    else if (people && people.length > 1) list.current?.focus()
    // Only a fresh answer moves the cursor.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [people])
  const read = () => {
    const text = typed.trim().replace(SCANNED, '')
    if (/^mbr_/.test(text)) take(text)
    else setAsked(text)
  }
  return (
    <div className="stack" data-filter>
      <Input ref={input} autoFocus className="gate-input" value={typed} aria-label={t.scan} placeholder={t.scan} autoComplete="off" spellCheck={false} onChange={(event) => setTyped(event.target.value)} onPressEnter={read} />
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} kept />}
      {people?.length === 0 && <EmptyState title={t.nobody} hint={t.nobodyHint} />}
      {people && people.length > 1 && (
        <div
          ref={list}
          tabIndex={-1}
          className="window-list"
          role="group"
          aria-label={t.which}
          onKeyDown={(event) => {
            const one = people[Number(event.key) - 1]
            if (one) take(one.id)
          }}
        >
          {people.map((one, index) => (
            <button key={one.id} type="button" className="window-row" onClick={() => take(one.id)}>
              <kbd>{index + 1}</kbd> <b>{one.name}</b> <span className="num">{one.phone}</span> <span className="w-quiet num">{one.document.number}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** The member in front of the window, with what membership is worth in one line. */
export function Customer({ memberId, onAnother }: { memberId: string; onAnother(): void }) {
  const t = useTexts(windowWords)
  const member = useQuery({ queryKey: ['member', memberId], queryFn: () => api.member(memberId) })
  if (member.error) return <ErrorState error={member.error} onRetry={() => void member.refetch()} />
  return (
    <section className="w-card window-customer">
      {member.data ? <Prompt member={member.data} /> : <SkeletonBlock height={40} />}
      <Button onClick={onAnother}>
        {t.another} <kbd>M</kbd>
      </Button>
    </section>
  )
}

function Prompt({ member }: { member: Member360 }) {
  const t = useTexts(windowWords)
  const { say, formats, language } = useAppearance()
  const held = useQuery({ queryKey: ['member-benefits', member.id], queryFn: () => api.memberBenefits(member.id) })
  const usable = held.data?.coupons.filter((one) => one.status === 'usable').length ?? 0
  const points = member.balances.find((one) => one.currency === 'points')?.spendable ?? 0
  const { tier } = member
  const gap = tier.next?.gaps.find((each) => each.missing > 0)
  const missing = gap && (gap.money ? formats.money({ minor: gap.missing, currency: 'CNY' }) : `${formats.count(gap.missing)} ${language === 'zh' ? say(gap.unit) : ''}${say(gap.label)}`)
  const worth = tier.benefits.length > 0 ? t.yours(say(tier.name), tier.benefits.slice(0, SHOWN).map(say).join(t.and)) : tier.next && missing ? t.missing(missing, say(tier.next.name)) : ''
  return (
    <div className="window-prompt">
      <b className="window-name">{member.name}</b> <TierMark tier={tier} />
      <span aria-label={t.prompt} role="note">
        {[worth, t.points(formats.count(points)), usable > 0 ? t.coupons(formats.count(usable)) : ''].filter(Boolean).join(' · ')}
      </span>
      <Why subject={say(tier.name)} explanation={tier.why} />
    </div>
  )
}
