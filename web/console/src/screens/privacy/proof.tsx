import type { ConsentProof, PrivacyRequest } from '@waystation/client'
import { DateTimeText, Mark, useAppearance, useTexts, wordFor } from '@waystation/design'
import { Button, Descriptions, Modal, Table } from 'antd'
import { privacyWords } from './words'

interface Signed {
  document: string
  signature: string
  publicKey?: string
}

/** A proof as a file of its own: what was signed, letter for letter, beside the signature. */
export function saveProof(name: string, { document: signed, signature, publicKey }: Signed) {
  const file = new Blob([JSON.stringify({ document: signed, signature, publicKey }, null, 2)], { type: 'application/json' })
  saveFile(`${name}.json`, file)
}

export function saveFile(name: string, file: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

function SignedText({ name, signed }: { name: string; signed: Signed }) {
  const t = useTexts(privacyWords)
  return (
    <>
      <h3 className="drawer-title">{t.document}</h3>
      <code className="proof-text">{signed.document}</code>
      <h3 className="drawer-title">{t.signature}</h3>
      <code className="proof-text">{signed.signature}</code>
      {signed.publicKey && (
        <>
          <h3 className="drawer-title">{t.key}</h3>
          <code className="proof-text">{signed.publicKey}</code>
        </>
      )}
      <div className="page-actions" style={{ marginTop: 12 }}>
        <Button type="primary" onClick={() => saveProof(name, signed)}>
          {t.download}
        </Button>
      </div>
    </>
  )
}

/** What the house says, signed, about one yes or no, and what the outbox did since. */
export function ConsentProofWindow({ title, proof, onClose }: { title: string; proof: ConsentProof; onClose(): void }) {
  const t = useTexts(privacyWords)
  const { formats } = useAppearance()
  const { line } = proof
  return (
    <Modal open onCancel={onClose} title={`${t.proof} · ${title}`} footer={null} width={640}>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'says', label: t.says, children: <Mark tone={line.granted ? 'good' : 'stop'}>{line.granted ? t.granted : t.withdrawn}</Mark> },
          { key: 'at', label: t.at, children: <DateTimeText at={line.at} /> },
          ...(line.granted
            ? []
            : [
                { key: 'left', label: t.left, children: <b className="num">{t.pieces(formats.count(proof.left))}</b> },
                { key: 'held', label: t.held, children: <span className="num">{t.pieces(formats.count(proof.heldBack))}</span> },
              ]),
        ]}
      />
      <SignedText name={`consent-${line.channel}-${line.purpose}-${line.sequence}`} signed={proof} />
    </Modal>
  )
}

interface Fate {
  fate: string
  retention?: string
  rows: number
}

/** The proof of an erasure: what became of each table, then the text that was signed. */
export function ErasureProof({ request }: { request: PrivacyRequest }) {
  const t = useTexts(privacyWords)
  const { formats } = useAppearance()
  const signed = { document: request.document ?? '', signature: request.signature ?? '' }
  const tables = (JSON.parse(request.document ?? '{}') as { tables?: Record<string, Fate> }).tables ?? {}
  return (
    <>
      <p>
        <Mark tone={request.genuine ? 'good' : 'stop'}>{request.genuine ? t.genuine : t.forged}</Mark>
      </p>
      <h3 className="drawer-title">{t.tables}</h3>
      <Table
        size="small"
        pagination={false}
        scroll={{ y: 260 }}
        dataSource={Object.entries(tables).map(([table, fate]) => ({ table, ...fate }))}
        rowKey="table"
        columns={[
          { title: t.table, dataIndex: 'table', render: (table: string) => <code>{table}</code> },
          { title: t.fate, render: (_, one) => wordFor(t.fates, one.fate) },
          { title: t.retention, render: (_, one) => one.retention ?? t.none },
          { title: t.rows, align: 'right', className: 'num', render: (_, one) => formats.count(one.rows) },
        ]}
      />
      <SignedText name={`erasure-${request.id}`} signed={signed} />
    </>
  )
}
