import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, Sparkline, useAppearance, useTexts, wordFor } from '@waystation/design'
import { App, Button, InputNumber, Popconfirm, Table } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client'
import { useAction } from '../../data/action'
import { useProblemText } from '../../shell/problem'

type Model = Shapes['prediction.ShowModels.View']
type Version = Shapes['prediction.ShowModels.Version']

const texts = dictionary(
  {
    purpose: '从会员来访的历史学出来，每晚给每位来过的会员贴上标签；用过的只有来访和花费，不用年龄、性别和住址。', states: { untrained: '未训练', fresh: '正常', drifted: '已偏移', stale: '过时', unscored: '未评分' },
    version: (n: number, day: string, members: string) => `第 ${n} 版 · 学到 ${day} 为止 · ${members} 位会员`, scored: (day: string) => `${day} 评分`, never: '还没有评过分', spread: '分数分布', spreadOf: (day: string) => `柱为 ${day} 的会员，横线为训练当天`, bin: (from: string, share: string, was: string) => `${from} 起：${share}，训练当天 ${was}`, tags: '标签', shifts: '近来的偏移', train: '训练', again: '重新训练', score: '现在评分', days: '预测天数', training: '正在训练', scoring: '正在评分', failed: '没有做成', confirm: '用历史重新学习？', effect: '新版本立即启用，所有会员重新评分；旧版本留着，可以退回。', keep: '先不', use: '启用这一版', inForce: '使用中', list: '全部版本', quality: '没学过的时间里，预测与实际', said: '预测', came: '实际', none: '还没有模型', number: '版本', trained: '训练时间', by: '由', auc: '排对的比例', off: '平均偏差',
  },
  {
    purpose: 'Learnt from the history of visits; every night each member who ever came gets the tag. Only visits and spending are used, not age, sex or home.', states: { untrained: 'not trained', fresh: 'in order', drifted: 'drifted', stale: 'out of date', unscored: 'not scored' },
    version: (n: number, day: string, members: string) => `Version ${n} · knows until ${day} · ${members} members`, scored: (day: string) => `scored ${day}`, never: 'Nobody was scored yet', spread: 'Spread of scores', spreadOf: (day: string) => `Bars: members on ${day}; lines: the day of training`, bin: (from: string, share: string, was: string) => `from ${from}: ${share}, on the day of training ${was}`, tags: 'Tags', shifts: 'Shift of late', train: 'Train', again: 'Train anew', score: 'Score now', days: 'Days ahead', training: 'Training', scoring: 'Scoring', failed: 'That did not work', confirm: 'Learn from the history anew?', effect: 'The new version decides at once and everybody is scored; the old one stays, and you can go back.', keep: 'Not now', use: 'Use this version', inForce: 'in use', list: 'All versions', quality: 'Foretold and happened, on a time not learnt from', said: 'foretold', came: 'happened', none: 'No models yet', number: 'Version', trained: 'Trained', by: 'By', auc: 'Ranked rightly', off: 'Off by',
  },
)

const tones = { fresh: 'good', drifted: 'stop', stale: 'attention', unscored: 'attention' } as const

/** What members will probably do: each model with its quality, its scores and its alarm. */
export function Models({ mayWrite }: { mayWrite: boolean }) {
  const t = useTexts(texts)
  const list = useQuery({ queryKey: ['models'], queryFn: api.models, refetchInterval: 10_000 })
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonBlock />
  if (list.data.length === 0) return <EmptyState title={t.none} />
  return (
    <div className="stack">
      <p className="w-quiet">{t.purpose}</p>
      {list.data.map((model) => <ModelCard key={model.code} model={model} mayWrite={mayWrite} />)}
    </div>
  )
}

function ModelCard({ model, mayWrite }: { model: Model; mayWrite: boolean }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const current = model.current
  const latest = model.latest
  const tone = tones[model.state as keyof typeof tones] ?? 'plain'
  return (
    <section className="w-card stack">
      <h2 className="card-title" style={{ marginBottom: 0 }}>
        <span>{say(model.title)} <Mark tone={tone}>{wordFor(t.states, model.state)}</Mark></span>{' '}
        <small>{current ? t.version(current.version, current.asOf, formats.count(current.members)) : ''}{latest ? ` · ${t.scored(latest.day)}` : ''}</small>
      </h2>
      <p className="w-quiet" style={{ margin: 0 }}>{say(model.purpose)}</p>
      {model.state !== 'untrained' && <p className={`verdict${tone === 'good' ? '' : tone === 'stop' ? ' is-stop' : ' is-attention'}`} role={tone === 'good' ? 'status' : 'alert'} style={{ margin: 0 }}>{say(model.says)}</p>}
      {current && <p style={{ margin: 0 }}>{say(current.inWords)}</p>}
      {current && latest && (
        <div className="model-pictures">
          <Spread model={model} current={current} latest={latest} />
          <Calibration model={model} version={current} />
          <div>
            <h3>{t.tags}</h3>
            {latest.bands.map((band) => <p key={band.word} className="model-band"><Mark tone="indigo">{say(band.label)}</Mark> <span className="num">{formats.count(band.members)}</span></p>)}
            {model.shifts.length > 1 && <><h3>{t.shifts}</h3><span className="tag-trend"><Sparkline values={model.shifts} name={t.shifts} /></span></>}
          </div>
        </div>
      )}
      {mayWrite && <Work model={model} />}
      {model.versions.length > 0 && <Versions model={model} mayWrite={mayWrite} />}
    </section>
  )
}

const total = (counts: number[]) => Math.max(counts.reduce((sum, count) => sum + count, 0), 1)

/** A score as people read it: a chance, or an amount. */
function useScore(model: Model) {
  const { formats } = useAppearance()
  return (score: number) => (model.code === 'value_tier' ? formats.money({ minor: Math.round(score * 100), currency: 'CNY' }) : formats.percent(score))
}

/** The scores of the day in the bins of the day of training. */
function Spread({ model, current, latest }: { model: Model; current: Version; latest: NonNullable<Model['latest']> }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const score = useScore(model)
  // scores of another version lie in other bins
  const was = current.version === latest.version ? current.reference.counts : latest.scores.counts
  const shares = latest.scores.counts.map((count) => count / total(latest.scores.counts))
  const before = was.map((count) => count / total(was))
  const top = Math.max(...shares, ...before)
  return (
    <div>
      <h3>{t.spread}</h3>
      <ol className="model-bins">
        {shares.map((share, bin) => {
          const text = t.bin(score(bin === 0 ? 0 : latest.scores.edges[bin - 1]!), formats.percent(share), formats.percent(before[bin]!))
          return (
            <li key={bin} title={text} aria-label={text}>
              <i style={{ height: `${(share / top) * 100}%` }} />
              <b style={{ bottom: `${(before[bin]! / top) * 100}%` }} />
            </li>
          )
        })}
      </ol>
      <p className="w-quiet model-ends"><span>{score(0)}</span><span>{latest.scores.edges.length > 0 && `${score(latest.scores.edges.at(-1)!)} +`}</span></p>
      <p className="w-quiet">{t.spreadOf(latest.day)}</p>
    </div>
  )
}

/** Tenths of members by forecast: what was said beside what came. */
function Calibration({ model, version }: { model: Model; version: Version }) {
  const t = useTexts(texts)
  const score = useScore(model)
  const top = Math.max(...version.quality.bins.map((bin) => Math.max(bin.forecast, bin.happened)), 1e-9)
  return (
    <div>
      <h3>{t.quality}</h3>
      <ol className="model-bins">
        {version.quality.bins.map((bin, index) => {
          const text = `${t.said} ${score(bin.forecast)}, ${t.came} ${score(bin.happened)}`
          return (
            <li key={index} title={text} aria-label={text}>
              <i style={{ height: `${(bin.happened / top) * 100}%` }} />
              <b style={{ bottom: `${(bin.forecast / top) * 100}%` }} />
            </li>
          )
        })}
      </ol>
      <p className="w-quiet"><i className="legend-box heat-3" /> {t.came} &nbsp; <b className="model-line" /> {t.said}</p>
    </div>
  )
}

/** Train and score, with how far that is. */
function Work({ model }: { model: Model }) {
  const t = useTexts(texts)
  const client = useQueryClient()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const [days, setDays] = useState(model.days)
  const [jobId, setJobId] = useState<string | null>(null)
  const renew = () => void client.invalidateQueries({ predicate: (query) => ['models', 'tags', 'attributes'].includes(String(query.queryKey[0])) })
  const job = useQuery({
    queryKey: ['job', jobId],
    queryFn: async () => {
      const seen = await api.job(jobId!)
      if (!['queued', 'running'].includes(seen.state)) renew()
      return seen
    },
    enabled: jobId !== null,
    refetchInterval: (query) => (query.state.data && !['queued', 'running'].includes(query.state.data.state) ? false : 500),
  })
  const tell = { onError: (error: unknown) => void message.error(problemText(error), 8) }
  const train = useAction((ahead: number, key) => api.trainModel(model.code, ahead, key), (begun) => setJobId(begun.id))
  const score = useAction((_: string, key) => api.scoreModel(model.code, key), (begun) => setJobId(begun.id))
  const running = job.data && ['queued', 'running'].includes(job.data.state) ? job.data : null
  return (
    <div className="form-line">
      <label className="w-quiet">{t.days} <InputNumber aria-label={`${t.days} ${model.code}`} min={7} max={365} value={days} style={{ width: 80 }} onChange={(value) => setDays(value ?? model.days)} /></label>
      <Popconfirm title={t.confirm} description={t.effect} okText={model.current ? t.again : t.train} cancelText={t.keep} onConfirm={() => train.mutate(days, tell)}>
        <Button type={model.state === 'fresh' ? 'default' : 'primary'} disabled={!!running} loading={train.isPending}>{model.current ? t.again : t.train}</Button>
      </Popconfirm>
      {model.current && <Button disabled={!!running} loading={score.isPending} onClick={() => score.mutate(String(Date.now()), tell)}>{t.score}</Button>}
      {running && <span role="status">{running.kind === 'prediction.train' ? t.training : t.scoring} <progress className="build-progress" value={running.done} max={Math.max(running.total, 1)} /></span>}
      {job.data?.state === 'failed' && <span role="alert">{t.failed}: {job.data.error}</span>}
    </div>
  )
}

function Versions({ model, mayWrite }: { model: Model; mayWrite: boolean }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const client = useQueryClient()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const use = useAction((version: number, key) => api.useModel(model.code, version, key), () => void client.invalidateQueries({ queryKey: ['models'] }))
  return (
    <details>
      <summary>{t.list}</summary>
      <Table<Version>
        size="small"
        pagination={false}
        rowKey="version"
        dataSource={model.versions}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t.number, render: (_, one) => <>{one.version} {one.inForce && <Mark tone="good">{t.inForce}</Mark>}</> },
          { title: t.trained, render: (_, one) => <span className="num">{formats.dateTime(one.trainedAt)}</span> },
          { title: t.days, align: 'right', className: 'num', render: (_, one) => one.days },
          { title: t.auc, align: 'right', className: 'num', render: (_, one) => formats.percent(one.quality.auc) },
          { title: t.off, align: 'right', className: 'num', render: (_, one) => formats.percent(model.code === 'value_tier' ? one.quality.share : one.quality.off) },
          ...(mayWrite ? [{ title: '', key: 'use', render: (_: unknown, one: Version) => !one.inForce && <Button size="small" loading={use.isPending} onClick={() => use.mutate(one.version, { onError: (error) => void message.error(problemText(error)) })}>{t.use}</Button> }] : []),
        ]}
      />
    </details>
  )
}
