import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type Shapes } from '@waystation/client'
import { DateTimeText, dictionary, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Table, type TableProps } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { Simulated } from './simulated'

type Trial = Shapes['experiment.ReportTrial.TrialView']
type Arm = Shapes['experiment.ReportTrial.ArmView']
type Compared = Shapes['experiment.Judgement.Compared']
type Verdict = Shapes['experiment.Judgement.Told']['verdict']

const texts = dictionary(
  {
    title: '实验', purpose: '一部分会员得到，一部分得不到，差别就是效果。数据不够或分流不对时，不给结论。', name: '实验', state: '状态', verdict: '结论', members: '人数', began: '开始', none: '还没有实验', noneHint: '行动手册上线时会自动留出对照组，实验就在这里。',
    states: { draft: '草稿', running: '进行中', stopped: '已停止' } as Record<string, string>,
    verdicts: { WITHHELD: '不给结论', TOO_EARLY: '为时尚早', BETTER: '更好', WORSE: '更差', HARMS_A_GUARD: '伤到底线', NO_DIFFERENCE: '没有差别' } as Record<Verdict, string>,
    arm: '组', share: '占比', buyers: '购票', rate: '购票占比', each: '人均消费', lift: '与对照组相比', interval: '95% 区间', health: '可信吗', phase: (n: number) => `第 ${n} 阶段`, stop: '停止', stopTitle: '停止这个实验？', stopEffect: '不再计入新的会员；已有结果保留。', keep: '继续',
  },
  {
    title: 'Experiments', purpose: 'Some get it, some do not, and the difference is the effect. With too little data or a broken split there is no verdict.', name: 'Experiment', state: 'State', verdict: 'Verdict', members: 'Members', began: 'Began', none: 'No experiments yet', noneHint: 'A playbook parts a control group when it is launched; its experiment stands here.',
    states: { draft: 'Draft', running: 'Running', stopped: 'Stopped' } as Record<string, string>,
    verdicts: { WITHHELD: 'No verdict', TOO_EARLY: 'Too early', BETTER: 'Better', WORSE: 'Worse', HARMS_A_GUARD: 'Harms a guard', NO_DIFFERENCE: 'No difference' } as Record<Verdict, string>,
    arm: 'Arm', share: 'Share', buyers: 'Bought', rate: 'Share who bought', each: 'Spend per member', lift: 'Against the control', interval: '95% interval', health: 'Can it be believed?', phase: (n: number) => `phase ${n}`, stop: 'Stop', stopTitle: 'Stop this experiment?', stopEffect: 'No more members are counted; what was found stays.', keep: 'Let it run',
  },
)

const tones: Record<Verdict, 'good' | 'attention' | 'plain'> = { WITHHELD: 'attention', TOO_EARLY: 'plain', BETTER: 'good', WORSE: 'attention', HARMS_A_GUARD: 'attention', NO_DIFFERENCE: 'plain' }

export default function Experiments() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const trials = useQuery({ queryKey: ['experiments'], queryFn: async () => itemsOf(await api.experiments()), refetchInterval: 10_000 })
  const columns: TableProps<Trial>['columns'] = [
    { title: t.name, render: (_, one) => <b>{say(one.name)}</b> },
    { title: t.state, render: (_, one) => <Mark tone={one.state === 'running' ? 'good' : 'plain'}>{t.states[one.state] ?? one.state}</Mark> },
    { title: t.members, align: 'right', className: 'num', render: (_, one) => formats.count(one.arms.reduce((sum, arm) => sum + arm.units, 0)) },
    { title: t.verdict, render: (_, one) => (one.told ? <Mark tone={tones[one.told.verdict]}>{t.verdicts[one.told.verdict]}</Mark> : '—') },
    { title: t.began, render: (_, one) => (one.beganAt ? <DateTimeText at={one.beganAt} /> : '—') },
  ]
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <Simulated />
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
    { title: t.buyers, align: 'right', className: 'num', render: (_, arm) => formats.count(arm.buyers) },
    { title: t.rate, align: 'right', className: 'num', render: (_, arm) => (arm.units ? formats.percent(arm.buyers / arm.units) : '—') },
    { title: t.each, align: 'right', className: 'num', render: (_, arm) => (arm.units ? formats.money({ minor: Math.round(arm.revenueMinor / arm.units), currency: 'CNY' }) : '—') },
  ]
  return (
    <div className="stack experiment">
      {stop.error && <ErrorState error={stop.error} kept />}
      {trial.told && <p className="experiment-said">{say(trial.told.sentence)}</p>}
      <Table size="small" columns={columns} dataSource={trial.arms} rowKey="key" pagination={false} />
      {trial.told && trial.told.comparisons.length > 0 && <Lifts comparisons={trial.told.comparisons} />}
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
      {trial.state === 'running' && staff.may('journeys.write') && (
        <Button size="small" type="text" danger style={{ justifySelf: 'start' }} onClick={() => modal.confirm({ title: t.stopTitle, content: t.stopEffect, okText: t.stop, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => stop.mutate({ key: trial.key }) })}>
          {t.stop}
        </Button>
      )}
    </div>
  )
}

/** Each lift as a dot in its interval, around the line of no difference. */
function Lifts({ comparisons }: { comparisons: Compared[] }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const widest = Math.max(...comparisons.flatMap(({ lift }) => [Math.abs(lift.low), Math.abs(lift.high)]), 0.01)
  const at = (lift: number) => `${50 + (50 * lift) / widest}%`
  return (
    <div>
      <b>{t.lift}</b>
      {comparisons.map(({ arm, metric, label, lift }) => (
        <div key={arm + metric} className="lift">
          <span>{say(label)}</span>
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
