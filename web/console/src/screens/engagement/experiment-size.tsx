import { useQuery } from '@tanstack/react-query'
import { dictionary, ErrorState, Mark, SkeletonRows, useAppearance, useTexts } from '@waystation/design'
import { Segmented } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client'

const texts = dictionary(
  { title: '要多少人才看得出？', lift: '想识别的提升', yes: '会员够', no: '会员不够：换更大的提升，或等更久', split: '按购票率、两组对半、八成把握计算，基线取自最近的历史。' },
  { title: 'How many members does an answer take?', lift: 'Lift to be found', yes: 'There are members enough', no: 'Too few members: look for a larger lift, or wait longer', split: 'By who buys, two equal groups, a chance of 80%; the base is the recent past.' },
)

const lifts = [0.05, 0.1, 0.2, 0.5]

/** Before an experiment: what it would take, from what members really did. */
export function SizeCard() {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const [lift, setLift] = useState(0.1)
  const plan = useQuery({ queryKey: ['experiment-size', lift], queryFn: ({ signal }) => api.planExperiment({ metric: 'CONVERSION', lift, power: 0.8, coverage: 1, arms: 2 }, signal), placeholderData: (before) => before })
  return (
    <section className="w-card size-card">
      <h2 className="card-title">{t.title}</h2>
      <Segmented aria-label={t.lift} value={lift} options={lifts.map((value) => ({ value, label: `+${formats.percent(value, 0)}` }))} onChange={setLift} />
      {plan.error ? (
        <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
      ) : !plan.data ? (
        <SkeletonRows rows={1} />
      ) : (
        <p role="status" className="num">
          {say(plan.data.sentence)} {plan.data.unitsPerArm > 0 && <Mark tone={plan.data.feasible ? 'good' : 'attention'}>{plan.data.feasible ? t.yes : t.no}</Mark>} <span className="w-quiet">{t.split}</span>
        </p>
      )}
    </section>
  )
}
