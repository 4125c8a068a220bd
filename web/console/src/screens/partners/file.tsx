import { useQuery } from '@tanstack/react-query'
import { dictionary, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Table, type TableProps } from 'antd'
import { useParams } from 'react-router'
import { api } from '../../data/client'
import { Page } from '../../shell/page'
import { partnerWords } from './words'

const texts = dictionary(
  { purpose: '每一行都有答复；同一文件再发一次，不会重复入账。', line: '行', event: '事件号', member: '会员', units: '数量', points: '入账积分', answer: '答复', totals: (lines: string, units: string) => `控制总数相符：${lines} 行，合计 ${units}` },
  { purpose: 'Every line has its answer; sent again, nothing is posted twice.', line: 'Line', event: 'Event', member: 'Member', units: 'Units', points: 'Points', answer: 'Answer', totals: (lines: string, units: string) => `Control totals agree: ${lines} lines, ${units} in all` },
)

type Line = Awaited<ReturnType<typeof api.partnerFile>>['answers'][number]

export default function PartnerFile() {
  const { code = '', id = '' } = useParams()
  const t = useTexts(texts)
  const words = useTexts(partnerWords)
  const { formats } = useAppearance()
  const file = useQuery({ queryKey: ['partner-file', code, id], queryFn: () => api.partnerFile(code, id) })
  const columns: TableProps<Line>['columns'] = [
    { title: t.line, className: 'num', dataIndex: 'number' },
    { title: t.event, render: (_, one) => <code>{one.eventId}</code> },
    { title: t.member, dataIndex: 'member' },
    { title: t.units, align: 'right', className: 'num', render: (_, one) => formats.count(one.units) },
    { title: t.points, align: 'right', className: 'num', render: (_, one) => (one.points > 0 ? formats.count(one.points) : '—') },
    { title: t.answer, render: (_, one) => <Mark tone={one.answer.startsWith('ACCEPTED') ? 'good' : one.answer === 'REPEATED' ? 'plain' : 'attention'}>{wordFor(words.answers, one.answer)}</Mark> },
  ]
  const name = file.data?.name ?? id
  return (
    <Page title={name} name={name} purpose={t.purpose}>
      <section className="w-card list-card">
        {file.error ? (
          <ErrorState error={file.error} onRetry={() => void file.refetch()} />
        ) : !file.data ? (
          <SkeletonBlock />
        ) : (
          <>
            <p className="w-quiet num">{t.totals(formats.count(file.data.lines), formats.count(file.data.units))}</p>
            <Table size="small" columns={columns} dataSource={file.data.answers} rowKey="number" pagination={{ pageSize: 50, hideOnSinglePage: true }} scroll={{ x: true }} />
          </>
        )}
      </section>
    </Page>
  )
}
