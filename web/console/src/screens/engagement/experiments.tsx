import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type Shapes } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Table, Tooltip, type TableProps } from 'antd'
import { Link, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { SizeCard } from './experiment-size'
import { Simulated } from './simulated'

type Trial = Shapes['experiment.ReportTrial.TrialView']
type Arm = Shapes['experiment.ReportTrial.ArmView']
type Metric = Shapes['experiment.ReportTrial.Defined']
type Compared = Shapes['experiment.Judgement.Compared']
type Verdict = Shapes['experiment.Judgement.Told']['verdict']

const texts = dictionary(
  {
    title: '实验', purpose: '一部分会员得到，一部分得不到，差别就是效果。数据不够或分流不对时，不给结论。', name: '实验', state: '状态', verdict: '结论', members: '人数', began: '开始', none: '还没有实验', noneHint: '行动手册上线或发起触达时会自动留出对照组，实验就在这里。', back: '全部实验',
    states: { draft: '草稿', running: '进行中', stopped: '已停止' } as Record<string, string>,
    verdicts: { WITHHELD: '不给结论', TOO_EARLY: '为时尚早', BETTER: '更好', WORSE: '更差', HARMS_A_GUARD: '伤到底线', NO_DIFFERENCE: '没有差别' } as Record<Verdict, string>,
    arm: '组', share: '占比', lift: '与对照组相比', interval: '95% 区间', health: '可信吗', phase: (n: number) => `第 ${n} 阶段`, stop: '停止', stopTitle: '停止这个实验？', stopEffect: '不再计入新的会员；已有结果保留。', keep: '继续', next: '接下来', worth: '值不值', brought: '比对照组多带来', cost: '多花成本', between: (low: string, high: string) => `95% 区间 ${low} 至 ${high}`, export: '导出结果',
  },
  {
    title: 'Experiments', purpose: 'Some get it, some do not, and the difference is the effect. With too little data or a broken split there is no verdict.', name: 'Experiment', state: 'State', verdict: 'Verdict', members: 'Members', began: 'Began', none: 'No experiments yet', noneHint: 'A playbook or a message parts a control group when it is launched; its experiment stands here.', back: 'All experiments',
    states: { draft: 'Draft', running: 'Running', stopped: 'Stopped' } as Record<string, string>,
    verdicts: { WITHHELD: 'No verdict', TOO_EARLY: 'Too early', BETTER: 'Better', WORSE: 'Worse', HARMS_A_GUARD: 'Harms a guard', NO_DIFFERENCE: 'No difference' } as Record<Verdict, string>,
    arm: 'Arm', share: 'Share', lift: 'Against the control', interval: '95% interval', health: 'Can it be believed?', phase: (n: number) => `phase ${n}`, stop: 'Stop', stopTitle: 'Stop this experiment?', stopEffect: 'No more members are counted; what was found stays.', keep: 'Let it run', next: 'Next', worth: 'Was it worth it?', brought: 'Brought beyond the control', cost: 'Cost more', between: (low: string, high: string) => `95% interval ${low} to ${high}`, export: 'Export result',
  },
)

const tones: Record<Verdict, 'good' | 'attention' | 'plain'> = { WITHHELD: 'attention', TOO_EARLY: 'plain', BETTER: 'good', WORSE: 'attention', HARMS_A_GUARD: 'attention', NO_DIFFERENCE: 'plain' }

export default function Experiments() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const trials = useQuery({ queryKey: ['experiments'], queryFn: async () => itemsOf(await api.experiments()), refetchInterval: 10_000 })
  const columns: TableProps<Trial>['columns'] = [
    { title: t.name, render: (_, one) => <Link to={`/experiments/${encodeURIComponent(one.key)}`}><b>{say(one.name)}</b></Link> },
    { title: t.state, render: (_, one) => <Mark tone={one.state === 'running' ? 'good' : 'plain'}>{t.states[one.state] ?? one.state}</Mark> },
    { title: t.members, align: 'right', className: 'num', render: (_, one) => formats.count(one.arms.reduce((sum, arm) => sum + arm.units, 0)) },
    { title: t.verdict, render: (_, one) => (one.told ? <Mark tone={tones[one.told.verdict]}>{t.verdicts[one.told.verdict]}</Mark> : '—') },
    { title: t.began, render: (_, one) => (one.beganAt ? <DateTimeText at={one.beganAt} /> : '—') },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <Simulated />
      <SizeCard />
      <section className="w-card list-card">
        {trials.error ? (
          <ErrorState error={trials.error} onRetry={() => void trials.refetch()} />
        ) : !trials.data ? (
          <SkeletonBlock />
        ) : trials.data.length === 0 ? (
          <EmptyState title={t.none} hint={t.noneHint} />
        ) : (
          <Table size="middle" columns={columns} dataSource={trials.data} rowKey="key" pagination={false} scroll={{ x: true }} expandable={{ expandedRowRender: (one) => <Report trial={one} />, defaultExpandedRowKeys: trials.data.slice(0, 1).map((one) => one.key) }} />
        )}
      </section>
    </Page>
  )
}

/** One experiment on a page of its own, with an address to send. */
export function OneExperiment() {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const { key = '' } = useParams()
  const trial = useQuery({ queryKey: ['experiments', key], queryFn: () => api.experiment(key), refetchInterval: 10_000 })
  const all = <Link to="/experiments"><Button>{t.back}</Button></Link>
  const one = trial.data
  const name = one ? say(one.name) : t.title
  return (
    <Page title={one ? <span className="title-marked">{name} <Mark tone={one.state === 'running' ? 'good' : 'plain'}>{t.states[one.state] ?? one.state}</Mark> {one.told && <Mark tone={tones[one.told.verdict]}>{t.verdicts[one.told.verdict]}</Mark>}</span> : name} name={name} purpose={t.purpose} actions={all}>
      <Simulated />
      {trial.error ? <ErrorState error={trial.error} onRetry={() => void trial.refetch()} /> : one ? <section className="w-card"><Report trial={one} /></section> : <SkeletonBlock height={320} />}
    </Page>
  )
}

/** What may be said, why it may be believed, and the figures behind it. */
function Report({ trial }: { trial: Trial }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const stop = useAction(({ key: trialKey }: { key: string }, key) => api.stopExperiment(trialKey, key), () => void queries.invalidateQueries({ queryKey: ['experiments'] }))
  const columns: TableProps<Arm>['columns'] = [
    { title: t.arm, render: (_, arm) => say(arm.name) },
    { title: t.share, align: 'right', className: 'num', render: (_, arm) => formats.percent(arm.weight, 0) },
    { title: t.members, align: 'right', className: 'num', render: (_, arm) => formats.count(arm.units) },
    ...trial.metrics.map((metric) => ({ title: <Meant metric={metric} />, align: 'right' as const, className: 'num', render: (_: unknown, arm: Arm) => figure(arm.measured.find((one) => one.metric === metric.metric)?.value, metric.metric, formats) })),
  ]
  return (
    <div className="stack experiment">
      {stop.error && <ErrorState error={stop.error} kept />}
      {trial.told && <p className="experiment-said">{say(trial.told.sentence)}</p>}
      {trial.next && (
        <p className="experiment-next">
          <b>{t.next}</b> {say(trial.next.sentence)}
        </p>
      )}
      <Table size="small" columns={columns} dataSource={trial.arms} rowKey="key" pagination={false} scroll={{ x: true }} />
      <Worth trial={trial} />
      {trial.told && trial.told.comparisons.length > 0 && <Lifts comparisons={trial.told.comparisons} metrics={trial.metrics} />}
      {trial.told && (
        <div>
          <b>{t.health}</b>
          <ul className="experiment-health">
            {trial.told.health.map((check) => (
              <li key={check.code}>
                <Mark tone={check.held ? 'good' : 'attention'}>{say(check.text)}</Mark>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Button size="small" style={{ justifySelf: 'start' }} href={`/v1/experiments/${encodeURIComponent(trial.key)}/results`} download={`${trial.key}.csv`}>
        {t.export}
      </Button>
      {trial.state === 'running' && staff.may('journeys.write') && (
        <Button size="small" type="text" danger style={{ justifySelf: 'start' }} onClick={() => modal.confirm({ title: t.stopTitle, content: t.stopEffect, okText: t.stop, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => stop.mutate({ key: trial.key }) })}>
          {t.stop}
        </Button>
      )}
    </div>
  )
}

/** A metric by name; on hover, exactly what is divided by what. */
function Meant({ metric }: { metric: Metric }) {
  const { say } = useAppearance()
  return (
    <Tooltip title={say(metric.definition)}>
      <span tabIndex={0} className="meant">
        {say(metric.label)}
      </span>
    </Tooltip>
  )
}

function figure(value: number | null | undefined, metric: Metric['metric'], formats: ReturnType<typeof useAppearance>['formats']) {
  if (value == null) return '—'
  return metric === 'CONVERSION' || metric === 'RETENTION' ? formats.percent(value) : formats.money({ minor: Math.round(value), currency: 'CNY' })
}

/** What each arm brought beyond the control, how sure that is, and what it cost. */
function Worth({ trial }: { trial: Trial }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const yuan = (minor: number) => formats.money({ minor, currency: 'CNY' })
  return trial.worth.map((one) => (
    <div key={one.arm}>
      <b>{t.worth}</b> {say(one.sentence)}
      <div className="num">
        {t.brought} {yuan(one.broughtMinor)} <span className="w-quiet">{t.between(yuan(one.lowMinor), yuan(one.highMinor))}</span> · {t.cost} {yuan(one.costMinor)}
      </div>
    </div>
  ))
}

/** Each lift as a dot in its interval, around the line of no difference. */
function Lifts({ comparisons, metrics }: { comparisons: Compared[]; metrics: Metric[] }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const widest = Math.max(...comparisons.flatMap(({ lift }) => [Math.abs(lift.low), Math.abs(lift.high)]), 0.01)
  const defined = (metric: Compared['metric']) => {
    const found = metrics.find((one) => one.metric === metric)
    return found && <Meant metric={found} />
  }
  const at = (lift: number) => `${50 + (50 * lift) / widest}%`
  return (
    <div>
      <b>{t.lift}</b>
      {comparisons.map(({ arm, metric, label, lift }) => (
        <div key={arm + metric} className="lift">
          <span>{defined(metric) ?? say(label)}</span>
          <span className="lift-track">
            <span className="lift-none" />
            <span className="lift-range" style={{ left: at(lift.low), width: `${(50 * (lift.high - lift.low)) / widest}%` }} />
            <span className="lift-point" style={{ left: at(lift.lift) }} />
          </span>
          <span className="num">
            {formats.percent(lift.lift)} <span className="w-quiet">{`${t.interval} ${formats.percent(lift.low)} … ${formats.percent(lift.high)}`}</span>
          </span>
        </div>
      ))}
    </div>
  )
}
