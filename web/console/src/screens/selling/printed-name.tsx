import { dictionary, ErrorState, Mark, useAppearance, useTexts } from '@waystation/design'
import { Input } from 'antd'
import { useAction } from '../../data/action'
import { api } from '../../data/client'

const texts = dictionary(
  { label: '证件上的姓名', check: '核对', same: '是同一姓名', other: '不是同一姓名' },
  { label: 'Name on the document', check: 'Compare', same: 'One name', other: 'Another name' },
)

/** Compares the name on a document with the traveller's and says by which rule; nothing is kept. */
export function PrintedName({ ticketId }: { ticketId: string }) {
  const t = useTexts(texts)
  const { say } = useAppearance()
  const check = useAction((name: string, key) => api.checkName(ticketId, name, key))
  return (
    <div className="stack">
      <Input.Search placeholder={t.label} aria-label={t.label} enterButton={t.check} autoComplete="off" maxLength={120} loading={check.isPending} onSearch={(name) => name.trim() && check.mutate(name.trim())} />
      {check.error && <ErrorState error={check.error} kept />}
      {check.data && (
        <p role="status">
          <Mark tone={check.data.matches ? 'good' : 'attention'}>{check.data.matches ? t.same : t.other}</Mark> {say(check.data.why)}
        </p>
      )}
    </div>
  )
}
