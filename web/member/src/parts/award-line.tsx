import { dictionary, useAppearance, useTexts, Why } from '@waystation/design'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api, type Connection } from '../data/api'

const texts = dictionary(
  { have: (points: string, left: string) => `可用 ${points} 积分兑换，余 ${left} 席`, none: (points: string) => `${points} 积分兑换席位暂无`, see: '去兑换' },
  { have: (points: string, left: string) => `Or ${points} points; ${left} left`, none: (points: string) => `No seat for ${points} points now`, see: 'Use points' },
)

/** Says beside a fare that points buy the same seat; nothing where none is offered. */
export function AwardLine({ train, seatClass }: { train: Connection; seatClass: string }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const asked = useQuery({ queryKey: ['award-seats', train.runId], queryFn: () => api.awardSeats(train.runId) })
  const found = asked.data?.items.find((one) => one.seatClass === seatClass && one.from.call === train.fromCall && one.to.call === train.toCall)
  if (!found) return null
  const points = formats.count(found.points)
  if (found.left === 0)
    return (
      <p className="m-between m-quiet">
        {t.none(points)} <Why subject={t.none(points)} explanation={found.why} />
      </p>
    )
  return (
    <Link className="m-benefit" to={`/awards?run=${found.runId}`}>
      <span className="num">{t.have(points, formats.count(found.left))}</span>
      <b>{t.see}</b>
    </Link>
  )
}
