import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type ReferralReview } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, Why, wordFor } from '@waystation/design'
import { App, Button, Segmented } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { ChainCard } from './chain'
import { referralWords } from './words'

const texts = dictionary(
  {
    title: '邀请审核', purpose: '共用设备、证件、支付账户、网络或位置的邀请，先由人看过再算。奖励在审核前不到账。', states: { open: '待审', approved: '已通过', rejected: '已驳回' }, none: '没有待审的邀请', noneHint: '有可疑的群组时，会出现在这里。', noDone: '还没有这样的结论。',
    approve: '通过', samePerson: '驳回：同一人', farmed: '驳回：批量注册', skip: '下一条', keys: '按 1 通过，2 驳回（同一人），3 驳回（批量注册），4 下一条',
    reasons: { approve: '已核实，不是同一人', samePerson: '同一人注册多个账号', farmed: '批量注册的账号' }, brought: (inviter: string) => `由 ${inviter} 邀请`, joined: '注册', flagged: '标记', ordered: '已下单', travelled: '已出行', notOrdered: '未下单', decision: '结论', done: '已处理', left: (n: string) => `还有 ${n} 条`, member: '受邀人', took: (s: string) => `平均用时 ${s} 秒`,
  },
  {
    title: 'Invitation review', purpose: 'Invitations that share a device, a document, a payer, a network or a place wait for a person. Until then their rewards are held.', states: { open: 'Open', approved: 'Approved', rejected: 'Rejected' }, none: 'Nothing to review', noneHint: 'Groups that share too much appear here.', noDone: 'No such decisions yet.',
    approve: 'Approve', samePerson: 'Reject: same person', farmed: 'Reject: farmed', skip: 'Next', keys: 'Press 1 to approve, 2 to reject (same person), 3 to reject (farmed), 4 for the next',
    reasons: { approve: 'Checked: different people', samePerson: 'One person with several accounts', farmed: 'Accounts registered in bulk' }, brought: (inviter: string) => `brought by ${inviter}`, joined: 'Joined', flagged: 'Flagged', ordered: 'has ordered', travelled: 'has travelled', notOrdered: 'no order', decision: 'Decision', done: 'Done', left: (n: string) => `${n} left`, member: 'Invited', took: (s: string) => `${s} s on average`,
  },
)

type Choice = 'approve' | 'samePerson' | 'farmed'

export default function ReferralReviews() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const [filters, change] = useFilters({ state: 'open', campaign: '' })
  const queries = useQueryClient()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const [at, setAt] = useState(0)
  const [times, setTimes] = useState<number[]>([])
  const [shownAt, setShownAt] = useState(() => Date.now())
  const asked = useQuery({ queryKey: ['referral-reviews', filters], queryFn: async () => itemsOf(await api.referralReviews({ state: filters.state, campaign: filters.campaign || undefined })), refetchInterval: 20_000 })
  const items = asked.data ?? []
  const one = items[Math.min(at, items.length - 1)]
  const open = filters.state === 'open'
  const refresh = () => void queries.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('referral') })
  const decide = useAction(
    ({ member, choice, reason }: { member: string; choice: Choice; reason: string }, key) => api.decideReferral(member, choice === 'approve' ? 'approve' : 'reject', reason, key),
    () => {
      setTimes((all) => [...all, (Date.now() - shownAt) / 1000])
      setShownAt(Date.now())
      refresh()
    },
  )
  const choose = (choice: Choice) => {
    if (!one || !open || decide.isPending) return
    decide.mutate(
      { member: one.inviteeId, choice, reason: t.reasons[choice] },
      {
        onError: (error) => {
          void message.error(problemText(error))
          refresh()
        },
      },
    )
  }
  const skip = () => {
    setShownAt(Date.now())
    setAt((now) => (items.length === 0 ? 0 : (now + 1) % items.length))
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"]')) return
      if (event.metaKey || event.ctrlKey || event.altKey) return
      if (event.key === '1') choose('approve')
      else if (event.key === '2') choose('samePerson')
      else if (event.key === '3') choose('farmed')
      else if (event.key === '4') skip()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  const average = times.length === 0 ? null : t.took((times.reduce((sum, time) => sum + time, 0) / times.length).toFixed(1))
  return (
    <Page
      title={t.title}
      name={t.title}
      purpose={t.purpose}
      actions={
        <Segmented
          aria-label={t.title}
          value={filters.state}
          onChange={(state) => {
            setAt(0)
            change({ state })
          }}
          options={(['open', 'approved', 'rejected'] as const).map((value) => ({ value, label: t.states[value] }))}
        />
      }
    >
      {asked.error ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : !asked.data ? (
        <SkeletonBlock height={360} />
      ) : !one ? (
        <section className="w-card">
          <EmptyState title={open ? t.none : t.noDone} hint={open ? t.noneHint : undefined} />
        </section>
      ) : (
        <div className="review">
          <ol className="w-card review-list">
            {items.map((each, index) => (
              <li key={each.inviteeId}>
                <button type="button" aria-current={each === one ? 'true' : undefined} onClick={() => setAt(index)}>
                  <b>{each.invitee}</b> <Flags flags={each.flags} />
                </button>
              </li>
            ))}
          </ol>
          <div className="stack">
            <section className="w-card">
              <Facts one={one} />
              {open ? (
                <div className="review-actions">
                  <Button type="primary" onClick={() => choose('approve')} loading={decide.isPending}>
                    1 {t.approve}
                  </Button>
                  <Button danger onClick={() => choose('samePerson')}>
                    2 {t.samePerson}
                  </Button>
                  <Button danger onClick={() => choose('farmed')}>
                    3 {t.farmed}
                  </Button>
                  <Button onClick={skip}>4 {t.skip}</Button>
                  <span className="w-quiet">
                    {t.left(formats.count(items.length))} {average && `· ${average}`}
                  </span>
                </div>
              ) : (
                <p>
                  {t.decision}: <b>{one.decision}</b>
                </p>
              )}
              {open && <p className="w-quiet">{t.keys}</p>}
            </section>
            <ChainCard key={one.inviterId} member={one.inviterId} onOpen={() => undefined} />
          </div>
        </div>
      )}
    </Page>
  )
}

function Flags({ flags }: { flags: string[] }) {
  const words = useTexts(referralWords)
  return (
    <>
      {flags.map((flag) => (
        <Mark key={flag} tone="attention">
          {wordFor(words.flags, flag)}
        </Mark>
      ))}
    </>
  )
}

function Facts({ one }: { one: ReferralReview }) {
  const t = useTexts(texts)
  const words = useTexts(referralWords)
  const { formats } = useAppearance()
  return (
    <>
      <h2 className="card-title">
        <Link to={`/members/${encodeURIComponent(one.inviteeId)}`}>{one.invitee}</Link>
        <small>
          <Link to={`/members/${encodeURIComponent(one.inviterId)}`}>{t.brought(one.inviter)}</Link>
        </small>
      </h2>
      <dl className="coupon-terms">
        <div>
          <dt>{t.flagged}</dt>
          <dd>
            <Flags flags={one.flags} /> <DateTimeText at={one.flaggedAt} /> <Why subject={one.invitee} explanation={one.why} />
          </dd>
        </div>
        <div>
          <dt>{t.joined}</dt>
          <dd>
            <DateTimeText at={one.joinedAt} /> · {wordFor(words.channels, one.channel)} · {one.travelled ? t.travelled : one.ordered ? t.ordered : t.notOrdered}
          </dd>
        </div>
        <div>
          <dt>{words.held}</dt>
          <dd className="num">
            {formats.points(one.heldPoints)}
          </dd>
        </div>
        <div>
          <dt>{words.earned}</dt>
          <dd className="num">
            {formats.points(one.earnedPoints)}
          </dd>
        </div>
      </dl>
    </>
  )
}
