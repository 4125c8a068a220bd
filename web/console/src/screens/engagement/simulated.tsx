import { dictionary, Mark, useTexts } from '@waystation/design'
import { useWorld } from '../../data/session'

const texts = dictionary(
  { simulated: '模拟结果', assumed: '样例世界假定：旅程写信给 100 位会员，约有 8 位两天内因此多买一次。实验找回的就是这个假定。' },
  { simulated: 'Simulated', assumed: 'The sample world assumes that of 100 members a journey writes to, about 8 buy once more within two days. Experiments find this assumption again.' },
)

/** What results are worth in the sample world; nothing where people are real. */
export function Simulated() {
  const t = useTexts(texts)
  if (!useWorld().data?.demo) return null
  return (
    <p className="w-quiet" style={{ marginBottom: 12 }}>
      <Mark tone="attention">{t.simulated}</Mark> {t.assumed}
    </p>
  )
}
