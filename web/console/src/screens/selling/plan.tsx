import { useQuery, useQueryClient } from '@tanstack/react-query'
import { versionOf, type Call, type PlanPreview } from '@waystation/client'
import { dictionary, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { BatchesEditor, BucketsEditor } from './plan-editors'
import { draftOf, faultsOf, planJson, startingPlan, type PlanDraft, type PlanSketch } from './plan-model'
import { PreviewCard } from './plan-preview'
import { sellingWords } from './words'

const texts = dictionary(
  {
    title: (code: string, seatClass: string) => `放票方案：${code} ${seatClass}`, purpose: '谁先买、留多少、什么时候再放。先试算，看清前后差别再发布。', name: '方案名称', starting: '长途优先', buckets: '一、分给谁', bucketsHint: '按次序：上面的可以用下面的，反过来不行；单列的预留不参与。',
    batches: '二、什么时候放', batchesHint: '到点自动放，每批只放一次。', preview: '试算', publish: '发布方案', previewFirst: '先试算，再发布。', published: '方案已发布', back: '回到放票台', publishTitle: (code: string) => `发布到 ${code}？`, publishEffect: '到点的批次会立即放出，已经卖出的票不受影响。', keep: '再想想',
    faults: {
      NO_NAME: '给方案起个名字。', NO_BUCKETS: '至少要有一份。', NO_BATCHES: '至少要有一批。', CODE_TWICE: '代码不能重复。', BAD_CODE: '代码用小写字母、数字和短横线。', UNKNOWN_BUCKET: '有一步指向了不存在的份。', OVER_CAPACITY: '放出的座位超过了定员。',
    },
  },
  {
    title: (code: string, seatClass: string) => `Release plan: ${code} ${seatClass}`, purpose: 'Who buys first, how much is kept, when more opens. Preview the difference before publishing.', name: 'Plan name', starting: 'Long trips first', buckets: '1. For whom', bucketsHint: 'In order of rank: upper ones may use the lower, never the other way; a reserve stands aside.',
    batches: '2. When', batchesHint: 'Each batch opens by itself, once.', preview: 'Preview', publish: 'Publish plan', previewFirst: 'Preview first, then publish.', published: 'Plan published', back: 'Back to the board', publishTitle: (code: string) => `Publish to ${code}?`, publishEffect: 'Batches that are due open at once; tickets already sold are not affected.', keep: 'Not yet',
    faults: {
      NO_NAME: 'Name the plan.', NO_BUCKETS: 'At least one bucket is needed.', NO_BATCHES: 'At least one batch is needed.', CODE_TWICE: 'Codes must differ.', BAD_CODE: 'Codes are lower-case letters, digits and hyphens.', UNKNOWN_BUCKET: 'A step names a bucket that does not exist.', OVER_CAPACITY: 'More seats are opened than there are.',
    },
  },
)

const defaults = { class: 'second' }

export default function PlanScreen() {
  const { runId = '' } = useParams()
  const [filters] = useFilters(defaults)
  const [round, setRound] = useState(0)
  const run = useQuery({ queryKey: ['run', runId], queryFn: () => api.run(runId) })
  const board = useQuery({ queryKey: ['board', runId, filters.class], queryFn: () => api.board(runId, filters.class) })
  const failed = run.error ?? board.error
  if (failed) return <ErrorState error={failed} onRetry={() => void (run.error ? run.refetch() : board.refetch())} />
  if (!run.data || !board.data) return <SkeletonBlock height={420} />
  const seats = run.data.classes.find((offer) => offer.seatClass === filters.class)?.seatCount ?? board.data.figures.seats
  return <Editor key={`${runId} ${filters.class} ${round}`} runId={runId} trainCode={run.data.trainCode} seatClass={filters.class} seatCount={seats} present={board.data.plan ?? null} calls={run.data.calls} onReload={() => void board.refetch().then(() => setRound(round + 1))} />
}

interface EditorProps {
  runId: string
  trainCode: string
  seatClass: string
  seatCount: number
  present: PlanSketch | null
  calls: Call[]
  onReload(): void
}

function Editor({ runId, trainCode, seatClass, seatCount, present, calls, onReload }: EditorProps) {
  const t = useTexts(texts)
  const s = useTexts(sellingWords)
  const { say, language } = useAppearance()
  const nameOf = (index: number) => {
    const call = calls.find((one) => one.index === index)
    return call ? (language === 'zh' ? call.nameZh : call.nameEn) : '—'
  }
  const staff = useStaff()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { modal, message } = App.useApp()
  const problemText = useProblemText()
  const [plan, setPlan] = useState<PlanDraft>(() => present ? draftOf(present, say(present.name)) : startingPlan(t.starting))
  const [previewed, setPreviewed] = useState<{ plan: string; id: string; version: string | undefined; preview: PlanPreview } | null>(null)
  const className = s.classes[seatClass as keyof typeof s.classes] ?? seatClass
  const faults = faultsOf(plan, seatCount)
  const current = previewed !== null && previewed.plan === JSON.stringify(plan) ? previewed : null
  const boardPath = `/release/${encodeURIComponent(runId)}?class=${seatClass}`

  const preview = useAction(async (draft: PlanDraft, key) => {
    const saved = await api.draftPlan(planJson(draft, { trainCode, seatClass }), key)
    return { plan: JSON.stringify(draft), id: saved.id, version: versionOf(saved), preview: await api.previewPlan(saved.id, runId) }
  }, setPreviewed)
  const publish = useEdit({
    version: current?.version,
    send: (id: string, version, key) => api.publishPlan(id, version, key),
    latest: async () => (current ? versionOf(await api.releasePlan(current.id)) : undefined),
    reload: onReload,
    after: () => {
      void client.invalidateQueries({ predicate: (query) => ['board', 'release-board'].includes(String(query.queryKey[0])) })
      void message.success(t.published)
      void navigate(boardPath)
    },
  })
  const askPublish = (id: string) =>
    modal.confirm({
      title: t.publishTitle(`${trainCode} ${className}`),
      content: t.publishEffect,
      okText: t.publish,
      cancelText: t.keep,
      onOk: () => publish.save(id, { onError: (error) => void message.error(problemText(error)) }),
    })

  return (
    <Page
      title={t.title(trainCode, className)}
      name={t.title(trainCode, className)}
      purpose={t.purpose}
      actions={
        <>
          <Button onClick={() => void navigate(boardPath)}>{t.back}</Button>
          <Button disabled={faults.length > 0} loading={preview.isPending} onClick={() => preview.mutate(plan)}>
            {t.preview}
          </Button>
          {staff.may('release.publish') && (
            <Button type="primary" disabled={!current} loading={publish.pending} onClick={() => current && askPublish(current.id)}>
              {t.publish}
            </Button>
          )}
        </>
      }
    >
      {publish.notice}
      <div className="columns">
        <div className="stack">
          <section className="w-card">
            <Input size="large" variant="borderless" className="segment-name" aria-label={t.name} placeholder={t.name} value={plan.name} maxLength={40} onChange={(event) => setPlan({ ...plan, name: event.target.value })} />
            <h2 className="card-title">
              {t.buckets} <small>{t.bucketsHint}</small>
            </h2>
            <BucketsEditor plan={plan} onChange={setPlan} />
          </section>
          <section className="w-card">
            <h2 className="card-title">
              {t.batches} <small>{t.batchesHint}</small>
            </h2>
            <BatchesEditor plan={plan} seatCount={seatCount} onChange={setPlan} />
          </section>
        </div>
        <div className="stack">
          {faults.length > 0 && (
            <ul className="verdict is-attention faults">
              {faults.map((fault) => (
                <li key={fault}>{t.faults[fault]}</li>
              ))}
            </ul>
          )}
          {preview.error && <ErrorState error={preview.error} kept />}
          {current ? <PreviewCard preview={current.preview} nameOf={nameOf} /> : faults.length === 0 && !preview.error && <p className="w-card w-quiet">{t.previewFirst}</p>}
        </div>
      </div>
    </Page>
  )
}
