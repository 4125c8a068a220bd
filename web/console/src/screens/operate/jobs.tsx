import { dictionary, EmptyState, ErrorState, SkeletonRows, useAppearance, useTexts } from '@waystation/design'
import { JobMark, JobProgress, useJobName, useJobs } from '../../shell/jobs'
import { Page } from '../../shell/page'

const texts = dictionary(
  { title: '任务', purpose: '要花时间的工作：进度、速度、还要多久，随时可以取消。', empty: '没有任务', emptyHint: '导入时刻表、播放一天等工作会出现在这里。' },
  { title: 'Jobs', purpose: 'Long work: progress, rate, time left, and cancel.', empty: 'No jobs', emptyHint: 'Imports, played days and other long work appear here.' },
)

export default function Jobs() {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const jobs = useJobs()
  const nameOf = useJobName()
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <section className="w-card">
        {jobs.error ? (
          <ErrorState error={jobs.error} onRetry={() => void jobs.refetch()} />
        ) : jobs.isPending ? (
          <SkeletonRows rows={4} height={64} />
        ) : jobs.data.length === 0 ? (
          <EmptyState title={t.empty} hint={t.emptyHint} />
        ) : (
          <ul className="plain-list">
            {jobs.data.map((job) => (
              <li key={job.id}>
                <span style={{ minWidth: 220 }}>
                  {nameOf(job)} <span className="w-quiet num" style={{ display: 'block' }}>{job.id}</span>
                </span>
                <span style={{ flex: 1 }}>
                  <JobProgress job={job} />
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
