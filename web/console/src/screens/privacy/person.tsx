import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, Problem, type Consent, type ConsentLine, type ConsentProof } from '@waystation/client'
import { DateTimeText, EmptyState, ErrorState, Mark, SkeletonBlock, useTexts } from '@waystation/design'
import { App, Button, Table } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { useSourceName } from '../members/consents'
import { useConsentName } from './consent-name'
import { EraseWindow, ExportWindow } from './hand-over'
import { KeepOut } from './kept-out'
import { ConsentProofWindow } from './proof'
import { RequestWindow, useRequestColumns } from './requests'
import { privacyWords } from './words'

/** One member's consents with withdrawal and proof, their history, and what they asked of their data. */
export default function PrivacyPerson() {
  const t = useTexts(privacyWords)
  const staff = useStaff()
  const { id = '' } = useParams()
  const [act, setAct] = useState<'export' | 'erase' | 'keep' | null>(null)
  const member = useQuery({ queryKey: ['member', id], queryFn: () => api.member(id) })
  const gone = member.error instanceof Problem && member.error.status === 404
  const may = staff.may('privacy.write') && !gone
  const name = member.data?.name ?? id
  return (
    <Page
      title={`${t.personTitle} · ${name}`}
      name={`${t.personTitle} ${name}`}
      purpose={t.personPurpose}
      actions={
        <>
          {!gone && <Link to={`/members/${encodeURIComponent(id)}`}>{t.member360}</Link>}
          {may && <Button onClick={() => setAct('keep')}>{t.keepTitle}</Button>}
          {may && <Button onClick={() => setAct('export')}>{t.exportIt}</Button>}
          {may && <Button danger onClick={() => setAct('erase')}>{t.eraseIt}</Button>}
        </>
      }
    >
      <div className="stack">
        {gone ? (
          <section className="w-card">
            <EmptyState title={t.gone} hint={t.goneHint} />
          </section>
        ) : member.error ? (
          <ErrorState error={member.error} onRetry={() => void member.refetch()} />
        ) : !member.data ? (
          <SkeletonBlock height={220} />
        ) : (
          <ConsentCards memberId={id} consents={member.data.consents} may={may} />
        )}
        <Asked memberId={id} />
      </div>
      {act === 'export' && <ExportWindow memberId={id} onClose={() => setAct(null)} />}
      {act === 'erase' && <EraseWindow memberId={id} onClose={() => setAct(null)} />}
      {act === 'keep' && <KeepOut member={id} onClose={() => setAct(null)} />}
    </Page>
  )
}

function ConsentCards({ memberId, consents, may }: { memberId: string; consents: Consent[]; may: boolean }) {
  const t = useTexts(privacyWords)
  const { modal, message } = App.useApp()
  const problemText = useProblemText()
  const client = useQueryClient()
  const consentName = useConsentName()
  const [shown, setShown] = useState<{ title: string; proof: ConsentProof } | null>(null)
  const lines = useQuery({ queryKey: ['consent-lines', memberId], queryFn: async () => itemsOf(await api.consentLines(memberId)) })
  const withdraw = useAction(
    (wish: { channel: string; purpose: string }, key) => api.withdrawFor(memberId, wish, key),
    (proof, wish) => {
      setShown({ title: consentName(wish.channel, wish.purpose), proof })
      void client.invalidateQueries({ queryKey: ['member', memberId] })
      void client.invalidateQueries({ queryKey: ['consent-lines', memberId] })
      void client.invalidateQueries({ queryKey: ['privacy-months'] })
    },
  )
  const failed = (error: Error) => void message.error(problemText(error))
  const prove = (one: Pick<Consent, 'channel' | 'purpose'>) =>
    void api.consentProof(memberId, one.channel, one.purpose).then((proof) => setShown({ title: consentName(one.channel, one.purpose), proof }), failed)
  const ask = (one: Consent) =>
    modal.confirm({
      title: t.withdrawTitle(consentName(one.channel, one.purpose)),
      content: t.withdrawNote,
      okText: t.withdraw,
      cancelText: t.keepIt,
      okButtonProps: { danger: true },
      onOk: () => withdraw.mutate({ channel: one.channel, purpose: one.purpose }, { onError: failed }),
    })
  return (
    <>
      <section className="w-card">
        <h2 style={{ fontSize: 16 }}>{t.consents}</h2>
        {consents.length === 0 ? (
          <EmptyState title={t.noConsents} hint={t.noConsentsHint} />
        ) : (
          <Table
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={consents}
            rowKey={(one) => `${one.channel} ${one.purpose}`}
            columns={[
              { title: t.what, render: (_, one) => <b>{consentName(one.channel, one.purpose)}</b> },
              { title: t.says, render: (_, one) => <Mark tone={one.granted ? 'good' : 'stop'}>{one.granted ? t.granted : t.withdrawn}</Mark> },
              { title: t.since, render: (_, one) => <DateTimeText at={one.since} /> },
              {
                title: '',
                align: 'right',
                render: (_, one) => (
                  <>
                    <Button type="link" size="small" onClick={() => prove(one)}>
                      {t.show}
                    </Button>
                    {may && one.granted && (
                      <Button size="small" danger aria-label={`${t.withdraw} ${consentName(one.channel, one.purpose)}`} onClick={() => ask(one)}>
                        {t.withdraw}
                      </Button>
                    )}
                  </>
                ),
              },
            ]}
          />
        )}
      </section>
      <section className="w-card">
        <h2 style={{ fontSize: 16 }}>{t.history}</h2>
        {lines.error ? <ErrorState error={lines.error} onRetry={() => void lines.refetch()} /> : <History lines={lines.data ?? []} />}
      </section>
      {shown && <ConsentProofWindow {...shown} onClose={() => setShown(null)} />}
    </>
  )
}

function History({ lines }: { lines: ConsentLine[] }) {
  const t = useTexts(privacyWords)
  const sourceName = useSourceName()
  const consentName = useConsentName()
  return (
    <Table
      size="small"
      pagination={false}
      scroll={{ x: 'max-content', y: 320 }}
      locale={{ emptyText: t.noConsents }}
      dataSource={lines}
      rowKey={(one) => `${one.channel} ${one.purpose} ${one.sequence}`}
      columns={[
        { title: t.at, render: (_, one) => <DateTimeText at={one.at} /> },
        { title: t.what, render: (_, one) => consentName(one.channel, one.purpose) },
        { title: t.says, render: (_, one) => <Mark tone={one.granted ? 'good' : 'stop'}>{one.granted ? t.granted : t.withdrawn}</Mark> },
        { title: t.source, render: (_, one) => sourceName(one.source) },
        { title: t.text, dataIndex: 'textVersion', className: 'num' },
      ]}
    />
  )
}

function Asked({ memberId }: { memberId: string }) {
  const t = useTexts(privacyWords)
  const [open, setOpen] = useState<string | null>(null)
  const asked = useQuery({ queryKey: ['privacy-of', memberId], queryFn: async () => itemsOf(await api.privacyOf(memberId)) })
  const columns = useRequestColumns(setOpen, false)
  return (
    <section className="w-card">
      <h2 style={{ fontSize: 16 }}>{t.requests}</h2>
      {asked.error ? (
        <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : asked.data?.length === 0 ? (
        <EmptyState title={t.noAsked} hint={t.noAskedHint} />
      ) : (
        <Table size="small" pagination={false} scroll={{ x: 'max-content' }} dataSource={asked.data ?? []} rowKey="id" columns={columns} />
      )}
      {open && <RequestWindow id={open} onClose={() => setOpen(null)} />}
    </section>
  )
}
