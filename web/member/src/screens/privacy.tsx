import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, useAction, type ConsentProof, type PrivacyRequest } from '@waystation/client'
import { dictionary, EmptyState, ErrorState, useAppearance, useTexts, wordFor } from '@waystation/design'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, type Consent } from '../data/api'
import { useForgetAll } from '../data/session'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { Nights } from '../parts/nights'
import { Page } from '../parts/page'

const texts = dictionary(
  {
    title: '我的隐私', line: '您同意了什么，随时可以撤回，撤回立刻生效。您的资料可以带走，也可以删除。',
    consents: '我同意了什么', none: '您没有同意过任何消息', noneHint: '没有同意，我们不会发营销消息', granted: '同意', withdrawn: '已撤回', since: (day: string) => `${day} 起`, withdraw: '撤回', allow: '重新同意', proof: '看凭证', history: '每一次同意与撤回',
    proofTitle: (what: string) => `凭证：${what}`, acted: '撤回已生效', nothing: '撤回之后没有再发给您', left: (n: string) => `撤回之后仍发出 ${n} 条，请联系我们`, held: (n: string) => `拦下 ${n} 条`, stands: '您现在是同意的', signed: '我们已签名，谁也改不了。任何人都能验证。', download: '下载凭证', close: '收起', text: (version: string) => `文本 ${version}`,
    data: '我的资料', dataLine: '我们保存的关于您的一切，一份文件。', take: '导出我的资料', taken: '已导出，文件在下载里', asked: '我要过的', noAsked: '还没有要过资料', noAskedHint: '导出之后会记在这里', kinds: { export: '导出资料', erasure: '删除资料' },
    erase: '注销并删除我的资料', eraseLine: '不能恢复。积分、权益和行程都不再属于您；封存的资料连同密钥一起销毁。账簿只留数字，不再指向任何人。', reason: '为什么（至少 4 个字）', sure: '我明白不能恢复', doErase: '现在删除', keep: '不删了', gone: '您的资料已经删除', goneLine: '这是我们签名的凭证。请现在下载，之后您不再能登录。', leave: '离开', tables: (n: string) => `${n} 处资料已处理`,
  },
  {
    title: 'My privacy', line: 'What you agreed to; take any of it back and it acts at once. Take your data with you, or have it erased.',
    consents: 'What I agreed to', none: 'You agreed to no messages', noneHint: 'Without your yes no marketing message is sent', granted: 'agreed', withdrawn: 'withdrawn', since: (day: string) => `since ${day}`, withdraw: 'Withdraw', allow: 'Agree again', proof: 'Show proof', history: 'Every yes and every withdrawal',
    proofTitle: (what: string) => `Proof: ${what}`, acted: 'The withdrawal is in force', nothing: 'Nothing was sent to you since', left: (n: string) => `${n} messages left since; please tell us`, held: (n: string) => `${n} held back`, stands: 'You agree at present', signed: 'Signed by us; nobody can alter it and anybody can check it.', download: 'Download proof', close: 'Close', text: (version: string) => `wording ${version}`,
    data: 'My data', dataLine: 'Everything we keep of you, in one file.', take: 'Export my data', taken: 'Exported; the file is in your downloads', asked: 'What I asked for', noAsked: 'You asked for nothing yet', noAskedHint: 'An export is noted here', kinds: { export: 'Export', erasure: 'Erasure' },
    erase: 'Leave and erase my data', eraseLine: 'It cannot be undone. Points, benefits and trips are yours no more; what was sealed goes with its key. The books keep numbers that lead to nobody.', reason: 'Why (at least 4 letters)', sure: 'I know it cannot be undone', doErase: 'Erase now', keep: 'Keep my account', gone: 'Your data is erased', goneLine: 'This is the proof we signed. Download it now; you can sign in no more.', leave: 'Leave', tables: (n: string) => `${n} places were dealt with`,
  },
)

function save(name: string, content: unknown) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }))
  link.download = `${name}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

/** What a member agreed to, what is kept, how to take it away and how to end it: each with its proof. */
export function PrivacyScreen() {
  const t = useTexts(texts)
  const [erased, setErased] = useState<PrivacyRequest | null>(null)
  if (erased) return <Gone proof={erased} />
  return (
    <Page title={t.title} back="/mine">
      <p className="m-quiet">{t.line}</p>
      <Consents />
      <Nights />
      <MyData />
      <Erase onErased={setErased} />
    </Page>
  )
}

function useConsentName() {
  const t = useTexts(words)
  return (one: { channel: string; purpose: string }) => `${wordFor(t.channelNames, one.channel)} · ${wordFor(t.purposeNames, one.purpose)}`
}

function Consents() {
  const t = useTexts(texts)
  const name = useConsentName()
  const { formats } = useAppearance()
  const queries = useQueryClient()
  const [shown, setShown] = useState('')
  const consents = useQuery({ queryKey: ['consents'], queryFn: async () => itemsOf(await api.consents()) })
  const keyOf = (one: Pick<Consent, 'channel' | 'purpose'>) => `${one.channel} ${one.purpose}`
  const change = useAction(
    (choice: { channel: string; purpose: string; granted: boolean }) => api.setConsents([choice]),
    (_, choice) => setShown(choice.granted ? '' : keyOf(choice)),
    () => {
      for (const key of ['consents', 'consent-lines', 'consent-proof']) void queries.invalidateQueries({ queryKey: [key] })
    },
  )
  return (
    <section className="m-card">
      <h2>{t.consents}</h2>
      <Asked of={consents}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t.none} hint={t.noneHint} />
          ) : (
            <ul className="m-list">
              {all.map((one) => (
                <li key={keyOf(one)}>
                  <div className="m-between">
                    <span>
                      <b>{name(one)}</b>
                      <small className="m-quiet">
                        {one.granted ? `✓ ${t.granted}` : `✕ ${t.withdrawn}`} {one.since && t.since(formats.dateTime(one.since))}
                      </small>
                    </span>
                    <span className="m-right">
                      <button type="button" className="m-second" aria-label={`${one.granted ? t.withdraw : t.allow} ${name(one)}`} disabled={change.isPending} onClick={() => change.mutate({ channel: one.channel, purpose: one.purpose, granted: !one.granted })}>
                        {one.granted ? t.withdraw : t.allow}
                      </button>
                      <button type="button" className="m-second" aria-expanded={shown === keyOf(one)} aria-label={`${t.proof} ${name(one)}`} onClick={() => setShown(shown === keyOf(one) ? '' : keyOf(one))}>
                        {t.proof}
                      </button>
                    </span>
                  </div>
                  {shown === keyOf(one) && <Proof of={one} title={t.proofTitle(name(one))} />}
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
      {change.error && <ErrorState error={change.error} />}
      <History />
    </section>
  )
}

function Proof({ of, title }: { of: Consent; title: string }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const proof = useQuery({ queryKey: ['consent-proof', of.channel, of.purpose, of.since], queryFn: () => api.myConsentProof(of.channel, of.purpose) })
  return (
    <div className="m-done m-proof" role="status">
      <Asked of={proof}>
        {(one: ConsentProof) => (
          <>
            <b>{one.line.granted ? t.stands : t.acted}</b>
            {!one.line.granted && (
              <p>
                {one.left > 0 ? t.left(formats.count(one.left)) : t.nothing}
                {one.heldBack > 0 && `，${t.held(formats.count(one.heldBack))}`}
              </p>
            )}
            <p className="num">
              {formats.dateTime(one.line.at)} · {t.text(one.line.textVersion)}
            </p>
            <p>{t.signed}</p>
            <button type="button" className="m-second" aria-label={`${t.download} ${title}`} onClick={() => save(`${of.channel}-${of.purpose}`, { document: one.document, signature: one.signature, publicKey: one.publicKey })}>
              {t.download}
            </button>
          </>
        )}
      </Asked>
    </div>
  )
}

function History() {
  const t = useTexts(texts)
  const name = useConsentName()
  const { formats } = useAppearance()
  const lines = useQuery({ queryKey: ['consent-lines'], queryFn: async () => itemsOf(await api.consentLines()) })
  return (
    <details className="m-filters">
      <summary>{t.history}</summary>
      <Asked of={lines}>
        {(all) => (
          <ul className="m-list">
            {all.map((one) => (
              <li key={`${one.channel} ${one.purpose} ${one.sequence}`} className="m-between">
                <span>
                  {name(one)}
                  <small className="m-quiet num">{formats.dateTime(one.at)}</small>
                </span>
                <span>{one.granted ? `✓ ${t.granted}` : `✕ ${t.withdrawn}`}</span>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </details>
  )
}

function MyData() {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const queries = useQueryClient()
  const asked = useQuery({ queryKey: ['privacy-requests'], queryFn: async () => itemsOf(await api.myRequests()) })
  const take = useAction(
    () => api.myData(),
    (data) => save('my-data', data),
    () => void queries.invalidateQueries({ queryKey: ['privacy-requests'] }),
  )
  return (
    <section className="m-card">
      <h2>{t.data}</h2>
      <p className="m-quiet">{t.dataLine}</p>
      <button type="button" className="m-primary" disabled={take.isPending} onClick={() => take.mutate()}>
        {t.take}
      </button>
      {take.error && <ErrorState error={take.error} />}
      {take.isSuccess && (
        <p className="m-done" role="status">
          {t.taken}
        </p>
      )}
      <h3>{t.asked}</h3>
      <Asked of={asked}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t.noAsked} hint={t.noAskedHint} />
          ) : (
            <ul className="m-list">
              {all.map((one) => (
                <li key={one.id} className="m-between">
                  <span>{wordFor(t.kinds, one.kind)}</span>
                  <span className="m-quiet num">{formats.dateTime(one.at)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  )
}

function Erase({ onErased }: { onErased(proof: PrivacyRequest): void }) {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const erase = useAction((why: string, key) => api.eraseMe(why, key), onErased)
  if (!open) {
    return (
      <button type="button" className="m-second m-wide" onClick={() => setOpen(true)}>
        {t.erase}
      </button>
    )
  }
  return (
    <form
      className="m-card m-form"
      onSubmit={(event) => {
        event.preventDefault()
        erase.mutate(reason.trim())
      }}
    >
      <h2>{t.erase}</h2>
      <p>{t.eraseLine}</p>
      <label>
        {t.reason}
        <input className="m-input" required minLength={4} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <label className="m-check m-between">
        <span>{t.sure}</span>
        <input type="checkbox" required />
      </label>
      {erase.error && <ErrorState error={erase.error} kept />}
      <button type="button" className="m-primary" onClick={() => setOpen(false)}>
        {t.keep}
      </button>
      <button className="m-second" disabled={erase.isPending}>
        {t.doErase}
      </button>
    </form>
  )
}

/** Nobody is signed in any more; the proof is all that is left, and theirs. */
function Gone({ proof }: { proof: PrivacyRequest }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const go = useNavigate()
  const forget = useForgetAll()
  const tables = Object.keys((JSON.parse(proof.document ?? '{}') as { tables?: object }).tables ?? {}).length
  return (
    <Page title={t.gone}>
      <section className="m-card m-form">
        <p>{t.goneLine}</p>
        <p className="m-quiet">{t.tables(formats.count(tables))}</p>
        <button type="button" className="m-primary" onClick={() => save('erasure', { document: proof.document, signature: proof.signature })}>
          {t.download}
        </button>
        <button
          type="button"
          className="m-second"
          onClick={() => {
            forget()
            void go('/sign-in', { replace: true })
          }}
        >
          {t.leave}
        </button>
      </section>
    </Page>
  )
}
