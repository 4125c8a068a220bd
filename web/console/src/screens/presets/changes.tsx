import type { PresetPart } from '@waystation/client'
import { useAppearance, useTexts } from '@waystation/design'
import { Table } from 'antd'
import { presetWords } from './words'

/** What changes in one subject: each rule as it is and as it would be. */
export function Changes({ part }: { part: PresetPart }) {
  const t = useTexts(presetWords)
  const { say } = useAppearance()
  if (part.changes.length === 0) return <p className="w-quiet">{t.noChange}</p>
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="key"
      dataSource={part.changes}
      columns={[
        { title: t.rule, width: '24%', render: (_, one) => say(one.label) },
        { title: t.now, width: '38%', render: (_, one) => (one.was ? say(one.was) : <span className="w-quiet">{t.fresh}</span>) },
        { title: t.then, width: '38%', render: (_, one) => (one.will ? <b>{say(one.will)}</b> : <span className="w-quiet">{t.ends}</span>) },
      ]}
    />
  )
}
