import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, versionOf, type Club, type EarningProgramme, type Said } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, InputNumber, Table, Tabs } from 'antd'
import { useState } from 'react'
import { useFilters } from '../../data/address'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useStaff } from '../../data/session'
import { JobProgress } from '../../shell/jobs'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'

const texts = dictionary(
  {
    title: '等级', purpose: '各俱乐部的等级、门槛和权益。改门槛之前，先看谁会动、要花多少。', tier: '等级', takes: '要达到', benefits: '权益', cost: '每人每年成本', simulate: '模拟', publish: '按此生效', published: '新门槛已生效；已有等级到下次复核才变。', open: '人人可得',
    upgrade: { AT_ONCE: '达到即升', AT_REVIEW: '复核时升' }, reviews: { TIER_START: '自升级起', JOIN_DATE: '入会纪念日', BIRTHDAY: '生日', FIXED_DAY: '固定日', AT_ONCE: '随时', NEVER: '终身' }, down: { ONE_STEP: '每次最多降一级', TO_EARNED: '降到实际等级' },
    policy: (up: string, review: string, down: string, grace: number, notice: number) => `${up}；复核：${review}；${down}；宽限 ${grace} 天；提前 ${notice} 天通知。`,
    before: '现在', after: '改后', difference: '差', members: (n: string) => `${n} 人`, moves: '谁会动', or: '或', none: '还没有等级', noneHint: '随积分方案一起开通。',
  },
  {
    title: 'Tiers', purpose: 'Tiers of each club, what they take and what they give. Before a threshold changes: who moves, and what it costs.', tier: 'Tier', takes: 'Takes', benefits: 'Benefits', cost: 'Yearly cost per member', simulate: 'Simulate', publish: 'Put in force', published: 'In force; tiers already reached stay until their review.', open: 'open to all',
    upgrade: { AT_ONCE: 'at once', AT_REVIEW: 'at the review' }, reviews: { TIER_START: 'counted from the day the tier began', JOIN_DATE: 'on the day of joining', BIRTHDAY: 'on the birthday', FIXED_DAY: 'on a fixed day', AT_ONCE: 'at any time', NEVER: 'never' }, down: { ONE_STEP: 'one step at most', TO_EARNED: 'to what was earned' },
    policy: (up: string, review: string, down: string, grace: number, notice: number) => `Up: ${up}. Review: ${review}. Down: ${down}. ${grace} days of grace, ${notice} days' notice.`,
    before: 'Now', after: 'Then', difference: 'Difference', members: (n: string) => `${n} members`, moves: 'Who moves', or: 'or', none: 'No tiers yet', noneHint: 'They come with an earning programme.',
  },
)

type Level = Club['tiers'][number]
interface Result { up: number; down: number; costBefore: number; costAfter: number; tiers: { tier: string; name: Said; before: number; after: number; costBefore: number; costAfter: number }[]; moves: { from: string; to: string; members: number }[]; verdict: Said }

export default function Clubs() {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const [filters, change] = useFilters({ club: '' })
  const programmes = useQuery({ queryKey: ['earning-programmes'], queryFn: async () => itemsOf(await api.earningProgrammes()), staleTime: 60_000 })
  if (programmes.error) return <ErrorState error={programmes.error} onRetry={() => void programmes.refetch()} />
  if (!programmes.data) return <SkeletonBlock height={420} />
  const clubs = programmes.data.flatMap((programme) => programme.clubs.map((club) => ({ programme, club })))
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      {clubs.length === 0 && <EmptyState title={t.none} hint={t.noneHint} />}
      <section className="w-card" hidden={clubs.length === 0}>
        <Tabs
          activeKey={filters.club || clubs[0]?.club.code}
          onChange={(club) => change({ club })}
          destroyOnHidden
          items={clubs.map(({ programme, club }) => ({ key: club.code, label: `${say(programme.name)} · ${say(club.name)}`, children: <Ladder programme={programme} club={club} /> }))}
        />
      </section>
    </Page>
  )
}

interface Leaf { path: string[]; measure: string; needed: number }

/** The thresholds inside a tier's criteria with the way to each, so that one can be changed in place. */
function leavesOf(value: unknown, path: string[] = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, [...path, String(index)]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const needed = (inner as { $gte?: unknown } | null)?.$gte
    return typeof needed === 'number' ? [{ path: [...path, key, '$gte'], measure: key, needed }] : leavesOf(inner, [...path, key])
  })
}

function withValue(value: unknown, path: string[], next: number): unknown {
  if (path.length === 0) return next
  const [head, ...rest] = path
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === head ? withValue(one, rest, next) : one))
  return { ...(value as object), [head!]: withValue((value as Record<string, unknown>)[head!], rest, next) }
}

function Ladder({ programme, club }: { programme: EarningProgramme; club: Club }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const client = useQueryClient()
  const { message } = App.useApp()
  const problemText = useProblemText()
  // Read once when the ladder is opened: a change is made on what was on the screen then.
  const present = useQuery({ queryKey: ['club', club.code], queryFn: () => api.club(club.code), staleTime: Infinity, gcTime: 0 })
  const [tiers, setTiers] = useState<Level[]>(club.tiers)
  const [jobId, setJobId] = useState<string | null>(null)
  const changed = JSON.stringify(tiers) !== JSON.stringify(club.tiers)
  const job = useQuery({ queryKey: ['job', jobId], queryFn: () => api.job(jobId!), enabled: jobId !== null, refetchInterval: (query) => (query.state.data && !['queued', 'running'].includes(query.state.data.state) ? false : 500) })
  const tell = { onError: (error: unknown) => void message.error(problemText(error)) }
  const simulate = useAction((input: Level[], key) => api.simulateClub(club.code, input, key), (started) => setJobId(started.id))
  const renew = () => client.invalidateQueries({ queryKey: ['earning-programmes'] })
  const publish = useEdit({
    version: versionOf(present.data),
    latest: async () => versionOf(await api.club(club.code)),
    reload: () => void Promise.all([present.refetch(), renew()]).then(([now]) => now.data && setTiers(now.data.tiers)),
    send: (input: Level[], version, key) => api.publishClub(club.code, input, version, key),
    after: () => {
      void message.success(t.published)
      void present.refetch()
      void renew()
    },
  })
  const change = (code: string, part: Partial<Level>) => setTiers(tiers.map((tier) => (tier.code === code ? { ...tier, ...part } : tier)))
  const measure = (name: string) => club.measures.find((one) => one.name === name)
  const p = club.policy
  const result = job.data?.state === 'done' ? (job.data.result as unknown as Result) : null
  return (
    <div className="stack">
      <p className="w-quiet">{t.policy(t.upgrade[p.upgrade as keyof typeof t.upgrade], t.reviews[p.review as keyof typeof t.reviews] + (p.fixedDay ? ` ${p.fixedDay}` : ''), t.down[p.downgrade as keyof typeof t.down], p.graceDays, p.noticeDays)}</p>
      <Table
        size="small"
        pagination={false}
        dataSource={tiers}
        rowKey="code"
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t.tier, render: (_, tier) => <b>{say(tier.name)}</b> },
          {
            title: t.takes,
            render: (_, tier) => {
              const leaves = leavesOf(tier.criteria)
              if (leaves.length === 0) return <span className="w-quiet">{t.open}</span>
              return (
                <span className="stack" style={{ gap: 6 }}>
                  {leaves.map((leaf, index) => {
                    const minor = leaf.measure.toLowerCase().includes('spend') && measure(leaf.measure)?.each === 0
                    return (
                      <span key={leaf.measure} className="rule-inline">
                        {index > 0 && '$or' in tier.criteria && <span className="w-quiet">{t.or}</span>}
                        {say(measure(leaf.measure)?.label)} ≥
                        <InputNumber
                          size="small" style={{ width: 132 }} min={1} disabled={!staff.may('rules.write')} aria-label={`${say(tier.name)} ${say(measure(leaf.measure)?.label)}`}
                          prefix={minor ? '¥' : undefined} suffix={minor ? undefined : say(measure(leaf.measure)?.unit)} value={minor ? leaf.needed / 100 : leaf.needed}
                          onChange={(next) => next !== null && change(tier.code, { criteria: withValue(tier.criteria, leaf.path, minor ? Math.round(next * 100) : next) as Level['criteria'] })}
                        />
                      </span>
                    )
                  })}
                </span>
              )
            },
          },
          { title: t.benefits, render: (_, tier) => tier.benefits.map((one) => say(one)).join(' · ') || '—' },
          { title: t.cost, align: 'right', className: 'num', render: (_, tier) => formats.money({ minor: tier.yearlyCostMinor, currency: 'CNY' }) },
        ]}
      />
      <span className="rule-inline">
        <Button type={changed ? 'primary' : 'default'} loading={simulate.isPending} onClick={() => simulate.mutate(tiers, tell)}>{t.simulate}</Button>
        {staff.may('rules.publish') && changed && result && <Button loading={publish.pending} onClick={() => publish.save(tiers, tell)}>{t.publish}</Button>}
      </span>
      {publish.notice}
      {job.data && !result && <JobProgress job={job.data} />}
      {result && <Outcome result={result} programme={programme} />}
    </div>
  )
}

function Outcome({ result, programme }: { result: Result; programme: EarningProgramme }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  const nameOf = (code: string) => say(programme.clubs.flatMap((club) => club.tiers).find((tier) => tier.code === code)?.name) || code
  return (
    <div className="stack" role="status">
      <p className="w-sentence"><b>{say(result.verdict)}</b></p>
      <Table
        size="small"
        pagination={false}
        dataSource={result.tiers}
        rowKey="tier"
        columns={[
          { title: t.tier, render: (_, line) => say(line.name) },
          { title: t.before, align: 'right', className: 'num', render: (_, line) => `${t.members(formats.count(line.before))} · ${yuan(line.costBefore)}` },
          { title: t.after, align: 'right', className: 'num', render: (_, line) => `${t.members(formats.count(line.after))} · ${yuan(line.costAfter)}` },
          { title: t.difference, align: 'right', className: 'num', render: (_, line) => <b>{formats.signed(line.after - line.before)}</b> },
        ]}
      />
      {result.moves.length > 0 && (
        <>
          <h3 className="drawer-title">{t.moves}</h3>
          <ul className="plain-list">
            {result.moves.map((move) => (
              <li key={`${move.from} ${move.to}`}><span>{nameOf(move.from)} → {nameOf(move.to)}</span><b className="num">{t.members(formats.count(move.members))}</b></li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
