import { DateTimeText, dictionary, EmptyState, ErrorState, SkeletonRows, useAppearance, useTexts } from '@waystation/design'
import { Segmented } from 'antd'
import { useFilters } from '../../data/address'
import { useStaff } from '../../data/session'
import { AllowNotices, JobMark, JobProgress, JobResult, useJobName, useJobs } from '../../shell/jobs'
import { shell } from '../../shell/texts'
import { Page } from '../../shell/page'

const texts = dictionary(
  { title: '任务', purpose: '要花时间的工作：进度、速度、还要多久，随时可以取消。', empty: '没有任务', emptyHint: '导入文件、生成券码、播放一天等工作会出现在这里；关掉页面也继续，重启后接着做。' },
  { title: 'Jobs', purpose: 'Long work: progress, rate, time left, and cancel.', empty: 'No jobs', emptyHint: 'Imports, coupon codes, played days and other long work appear here; they go on when the page is closed and after a restart.' },
)

export default function Jobs() {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const told = useTexts(shell).jobTold
  const me = useStaff().id
  const [filters, change] = useFilters({ whose: 'all' })
  const jobs = useJobs()
  const shown = jobs.data?.filter((job) => filters.whose === 'all' || job.owner === me)
  const nameOf = useJobName()
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose} actions={<AllowNotices />}>
      <div className="filters">
        <Segmented aria-label={t.title} value={filters.whose} onChange={(whose) => change({ whose })} options={[{ value: 'all', label: told.everyone }, { value: 'mine', label: told.mine }]} />
      </div>
      <section className="w-card">
        {jobs.error ? (
          <ErrorState error={jobs.error} onRetry={() => void jobs.refetch()} />
        ) : jobs.isPending ? (
          <SkeletonRows rows={4} height={64} />
        ) : shown?.length === 0 ? (
          <EmptyState title={t.empty} hint={t.emptyHint} />
        ) : (
          <ul className="plain-list">
            {shown?.map((job) => (
              <li key={job.id}>
                <span style={{ minWidth: 220 }}>
                  {nameOf(job)} <span className="w-quiet" style={{ display: 'block' }}>{told.startedBy} <DateTimeText at={job.createdAt} /></span>
                </span>
                <span style={{ flex: 1 }}>
                  <JobProgress job={job} />
                  <JobResult job={job} />
                  {job.error && <span className="w-quiet">{say(job.error)}</span>}
                </span>
                <JobMark job={job} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  )
}
