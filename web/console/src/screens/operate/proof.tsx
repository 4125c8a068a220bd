import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Job, Said } from '@waystation/client'
import { DateTimeText, dictionary, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Button, Collapse, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { JobProgress, useJobs } from '../../shell/jobs'

const texts = dictionary(
  {
    title: '有没有被改动过', trail: (n: string) => `留痕 ${n} 条`, journal: (n: string, links: string) => `积分流水 ${n} 笔，连成 ${links} 节`, waiting: (n: string) => `${n} 笔在等下一节`, verify: '核对', again: '再核对一次', sound: '没有改动：每一条都与指纹相符', broken: '有改动', trailBroken: (n: string) => `留痕第 ${n} 条与指纹不符`, receipt: '凭证', receiptHint: '抄一份保存在系统之外。以后连同它一起核对，整条链被重写也查得出来。', copy: '复制', kept: '以前保存的凭证（可不填）', keptHint: '粘贴整行', checked: '核对于', member: '会员', ago: '最近一节',
  },
  {
    title: 'Was anything altered?', trail: (n: string) => `${n} trail entries`, journal: (n: string, links: string) => `${n} points entries in ${links} links`, waiting: (n: string) => `${n} wait for the next link`, verify: 'Verify', again: 'Verify again', sound: 'Nothing was altered: every row fits its digest', broken: 'Something was altered', trailBroken: (n: string) => `Trail entry ${n} does not fit its digest`, receipt: 'Receipt', receiptHint: 'Keep a copy outside this system. Verify with it later and even a chain written anew is found out.', copy: 'Copy', kept: 'A receipt you kept (optional)', keptHint: 'Paste the whole line', checked: 'Verified', member: 'Member', ago: 'Newest link',
  },
)

interface Found { sound: boolean; trail: { entries: number; firstBroken: number | null }; journal: { links: number; entries: number; waiting: number; faults: { member: string | null; what: Said }[] } }

/** Both chains: how long they are, a receipt to keep, and the recount that finds any altered row. */
export function Proof() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const client = useQueryClient()
  const [kept, setKept] = useState('')
  const proof = useQuery({ queryKey: ['audit-proof'], queryFn: api.auditProof, refetchInterval: 30_000 })
  const verify = useAction((receipt: string, key) => api.verifyAudit(receipt, key), () => void client.invalidateQueries({ queryKey: ['jobs'] }))
  const job = useJobs().data?.find((each) => each.kind === 'trust.verify-books')
  if (proof.error) return <ErrorState error={proof.error} onRetry={() => void proof.refetch()} />
  if (!proof.data) return <SkeletonBlock />
  const { trailEntries, entries, links, waiting, chainedAt, receipt } = proof.data
  const busy = verify.isPending || job?.state === 'queued' || job?.state === 'running'
  return (
    <section className="w-card stack">
      <div className="card-title" style={{ alignItems: 'center' }}>
        <div>
          <h2 style={{ fontSize: 14 }}>{t.title}</h2>
          <p className="w-quiet num" style={{ fontWeight: 400 }}>
            {[t.trail(formats.count(trailEntries)), t.journal(formats.count(entries), formats.count(links)), waiting > 0 ? t.waiting(formats.count(waiting)) : null].filter(Boolean).join(' · ')}
            {chainedAt && <> · {t.ago} <DateTimeText at={chainedAt} /></>}
          </p>
        </div>
        <Button type="primary" loading={busy} onClick={() => verify.mutate(kept.trim())}>
          {job?.endedAt ? t.again : t.verify}
        </Button>
      </div>
      {verify.error && <ErrorState error={verify.error} kept />}
      {job && (busy ? <JobProgress job={job} /> : <Answer job={job} />)}
      <Collapse
        ghost
        size="small"
        items={[
          {
            key: 'receipt',
            label: t.receipt,
            children: (
              <div className="stack">
                <p className="w-quiet">{t.receiptHint}</p>
                <p>
                  <code style={{ overflowWrap: 'anywhere' }}>{receipt || '—'}</code> {receipt && <Button size="small" onClick={() => void navigator.clipboard.writeText(receipt)}>{t.copy}</Button>}
                </p>
                <label>
                  <span className="w-quiet">{t.kept}</span>
                  <Input value={kept} placeholder={t.keptHint} onChange={(event) => setKept(event.target.value)} />
                </label>
              </div>
            ),
          },
        ]}
      />
    </section>
  )
}

function Answer({ job }: { job: Job }) {
  const t = useTexts(texts)
  const { formats, say } = useAppearance()
  const found = job.result as unknown as Found | null
  if (!found) return null
  return (
    <div>
      <p>
        <Mark tone={found.sound ? 'good' : 'stop'}>{found.sound ? t.sound : t.broken}</Mark> <span className="w-quiet">{t.checked} <DateTimeText at={job.endedAt ?? job.createdAt} /></span>
      </p>
      <ul className="plain-list">
        {found.trail.firstBroken !== null && <li>{t.trailBroken(formats.count(found.trail.firstBroken))}</li>}
        {found.journal.faults.map((fault, at) => (
          <li key={at}>
            {fault.member && <Link to={`/members/${encodeURIComponent(fault.member)}`}>{t.member}</Link>} {say(fault.what)}
          </li>
        ))}
      </ul>
    </div>
  )
}
