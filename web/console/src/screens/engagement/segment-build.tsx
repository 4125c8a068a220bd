import type { Segment } from '@waystation/client'
import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { Link } from 'react-router'

const texts = dictionary(
  {
    running: (version: number, since: string) => `第 ${version} 版条件自 ${since} 起正在计算；算完之前，人数和成员仍按现在这一版。`,
    failed: (version: number, at: string) => `第 ${version} 版条件在 ${at} 没有算成，现在这一版照常使用。`, why: '原因', again: '可以再试一次，或先改条件。', jobs: '查看任务',
  },
  {
    running: (version: number, since: string) => `Version ${version} has been building since ${since}; until it is done, count and members are those of the present version.`,
    failed: (version: number, at: string) => `Version ${version} could not be built at ${at}; the present version stays in use.`, why: 'Cause', again: 'Try again, or change the condition first.', jobs: 'Show jobs',
  },
)

/** The next condition in the making, or that it could not be made. */
export function BuildNotice({ building }: { building: Segment['building'] }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  if (!building) return null
  return (
    <div className="verdict is-attention" style={{ marginBottom: 16 }} role={building.failedAt ? 'alert' : 'status'}>
      <span>
        {building.failedAt ? `${t.failed(building.version, formats.dateTime(building.failedAt))} ${t.why}: ${building.failure ?? ''}. ${t.again}` : t.running(building.version, formats.dateTime(building.startedAt))}{' '}
        <Link to="/jobs">{t.jobs}</Link>
      </span>
    </div>
  )
}
