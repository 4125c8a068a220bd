import { dictionary, ErrorState, SkeletonBlock, Mark, useAppearance, useTexts } from '@waystation/design'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Segmented, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useChannelName } from '../members/consents'
import { isWhole, kept, MailBlocks, opened, type Block, type KeptBlock } from './mail-blocks'
import { MailPage } from './mail-page'
import { MessageFace } from './message-face'

const texts = dictionary(
  {
    make: '新建模板', purpose: '右边是三位会员各自会读到的样子，其中一位没有留名字。', code: '编号', codeHint: '小写字母、数字和连字符', zhTitle: '中文标题', enTitle: '英文标题', zhBody: '中文内容', enBody: '英文内容', hint: '变量写作 {train}；可能缺失的写作 {name|旅客}，竖线后是缺失时的说法。', channel: '渠道', kind: '类型', kinds: { marketing: '营销', service: '服务', transactional: '会员正在等的' },
    save: '发布', again: '发布新版本', missing: '请填写', added: '营销短信必须告诉对方怎样拒收，末尾会自动加上', blocked: '缺少变量，不会发送', segments: '条', characters: '字', cost: '每千人', yuan: '元', preview: '会员看到的', waiting: '写下标题和两种语言的内容，这里显示效果。', rule: '70 字以内算 1 条，更长按每 67 字一条计费', form: '内容形式', forms: { words: '纯文字', page: '图文邮件' }, blocks: '邮件内容', blocksHint: '文字里同样可以写 {name|旅客}。纯文字版本由这些模块自动生成。', waitingPage: '写下标题，并填好每个模块的中英文，这里显示效果。', person: '收件人', subject: '主题',
  },
  {
    make: 'New text', purpose: 'On the right: what three members would read, one of whom left no name.', code: 'Code', codeHint: 'small letters, digits and hyphens', zhTitle: 'Title in Chinese', enTitle: 'Title in English', zhBody: 'Text in Chinese', enBody: 'Text in English', hint: 'Write values like {train}, or {name|guest} where they may be missing: the bar comes before what is said instead.', channel: 'Channel', kind: 'Kind', kinds: { marketing: 'Marketing', service: 'Service', transactional: 'Awaited by the member' },
    save: 'Publish', again: 'Publish new version', missing: 'Fill this in', added: 'Advertising must say how to refuse it; this is put behind the text', blocked: 'Not sent: values are missing', segments: 'SMS', characters: 'characters', cost: 'per thousand', yuan: 'yuan', preview: 'What members see', waiting: 'Write the title and both texts; what they look like appears here.', rule: 'Up to 70 characters are one message, longer ones are charged in parts of 67', form: 'Form', forms: { words: 'Plain words', page: 'A page' }, blocks: 'What the mail says', blocksHint: 'Texts take values like {name|guest} too. The plain-text part is made of the same blocks.', waitingPage: 'Write the title and both languages of each block; what it looks like appears here.', person: 'Reader', subject: 'Subject',
  },
)

interface Draft {
  code: string
  zhTitle: string
  enTitle: string
  zhBody: string
  enBody: string
  channel: string
  purpose: 'marketing' | 'service' | 'transactional'
}

const channels = ['sms', 'wechat', 'miniapp', 'push', 'email', 'inbox', 'wecom']

export default function TemplateEdit() {
  const t = useTexts(texts)
  const { code } = useParams()
  const known = useQuery({ queryKey: ['message-templates'], queryFn: () => api.messageTemplates(), enabled: code !== undefined })
  const one = known.data?.find((each) => each.code === code)
  if (code !== undefined && !one) {
    return <Page title={code} name={code}>{known.error ? <ErrorState error={known.error} onRetry={() => void known.refetch()} /> : <SkeletonBlock />}</Page>
  }
  const before: Partial<Draft> = one ? { code: one.code, zhTitle: one.title.zh, enTitle: one.title.en, zhBody: one.body.zh, enBody: one.body.en } : {}
  return <Editor key={code ?? 'new'} before={before} page={(one?.blocks ?? []) as KeptBlock[]} heading={one ? one.code : t.make} />
}

function Editor({ before, page, heading }: { before: Partial<Draft>; page: KeptBlock[]; heading: string }) {
  const t = useTexts(texts)
  const staff = useStaff()
  const navigate = useNavigate()
  const channelName = useChannelName()
  const [form] = Form.useForm<Draft>()
  const [blocks, setBlocks] = useState<Block[]>(() => opened(page))
  const [shape, setShape] = useState<'words' | 'page'>(page.length > 0 ? 'page' : 'words')
  const start = { channel: page.length > 0 ? 'email' : 'sms', purpose: 'service' as const }
  const draft: Partial<Draft> = { ...before, ...start, ...(Form.useWatch<Partial<Draft>>([], form) ?? {}) }
  const save = useAction((whole: Draft, key) => api.publishTemplate({ code: whole.code, title: { zh: whole.zhTitle, en: whole.enTitle }, ...(paged ? { blocks: kept(blocks) } : { body: { zh: whole.zhBody, en: whole.enBody } }) }, key), () => void navigate('/templates'))
  const paged = draft.channel === 'email' && shape === 'page'
  const required = [{ required: true, whitespace: true, message: t.missing }]
  return (
    <Page title={heading} name={heading} purpose={t.purpose} actions={staff.may('journeys.write') && <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>{before.code ? t.again : t.save}</Button>}>
      <div className={paged ? 'columns is-even' : 'columns'}>
        <Form<Draft> form={form} layout="vertical" requiredMark={false} className="stack" initialValues={{ ...start, ...before }} onFinish={(whole) => save.mutate(whole)}>
          {save.error && <ErrorState error={save.error} kept />}
          <section className="w-card">
            <Form.Item name="code" label={t.code} extra={before.code ? undefined : t.codeHint} rules={required}><Input disabled={before.code !== undefined} autoComplete="off" maxLength={60} /></Form.Item>
            <div className="coupon-form">
              <Form.Item name="channel" label={t.channel}><Select options={channels.map((value) => ({ value, label: channelName(value) }))} /></Form.Item>
              <Form.Item name="purpose" label={t.kind}><Segmented options={(['marketing', 'service', 'transactional'] as const).map((value) => ({ value, label: t.kinds[value] }))} /></Form.Item>
            </div>
            {draft.channel === 'email' && <Form.Item label={t.form}><Segmented value={shape} onChange={setShape} options={(['words', 'page'] as const).map((value) => ({ value, label: t.forms[value] }))} /></Form.Item>}
            <Form.Item name="zhTitle" label={t.zhTitle} rules={required}><Input maxLength={60} /></Form.Item>
            {!paged && <Form.Item name="zhBody" label={t.zhBody} rules={required} extra={t.hint}><Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} /></Form.Item>}
            <Form.Item name="enTitle" label={t.enTitle} rules={required}><Input maxLength={80} /></Form.Item>
            {!paged && <Form.Item name="enBody" label={t.enBody} rules={required}><Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} /></Form.Item>}
          </section>
          {paged && (
            <section className="w-card stack">
              <h2 className="card-title">{t.blocks}</h2>
              <p className="w-quiet">{t.blocksHint}</p>
              <MailBlocks blocks={blocks} onChange={setBlocks} />
            </section>
          )}
        </Form>
        <Readings draft={draft} blocks={paged ? blocks : null} />
      </div>
    </Page>
  )
}

/** The text as three members read it, or what keeps it from them. */
function Readings({ draft, blocks }: { draft: Partial<Draft>; blocks: Block[] | null }) {
  const t = useTexts(texts)
  const { say, language, formats } = useAppearance()
  const settled = useDeferredValue(JSON.stringify({ title: { zh: draft.zhTitle ?? '', en: draft.enTitle ?? '' }, ...(blocks ? { blocks: kept(blocks) } : { body: { zh: draft.zhBody ?? '', en: draft.enBody ?? '' } }), channel: draft.channel ?? 'sms', purpose: draft.purpose ?? 'service' }))
  const [person, setPerson] = useState(0)
  const whole = [draft.zhTitle, draft.enTitle, ...(blocks ? [] : [draft.zhBody, draft.enBody])].every((text) => text?.trim()) && (!blocks || isWhole(blocks))
  const shown = useQuery({ queryKey: ['template-preview', settled], queryFn: ({ signal }) => api.previewTemplate(JSON.parse(settled) as Parameters<typeof api.previewTemplate>[0], signal), enabled: whole, placeholderData: (kept) => kept, retry: false })
  const title = (language === 'zh' ? draft.zhTitle : draft.enTitle) ?? ''
  return (
    <section className="w-card stack readings">
      <h2 className="card-title">{t.preview}</h2>
      {draft.channel === 'sms' && <p className="w-quiet">{t.rule}</p>}
      {!whole && <p className="w-quiet">{blocks ? t.waitingPage : t.waiting}</p>}
      {whole && shown.error && <ErrorState error={shown.error} kept />}
      {whole && !shown.error && shown.data && say(shown.data.added) && <p className="w-quiet">{t.added} <Mark tone="attention">{say(shown.data.added)}</Mark></p>}
      {whole && !shown.error && blocks && shown.data && <MailReading people={shown.data.people} chosen={person} onChoose={setPerson} title={title} />}
      {whole && !shown.error && !blocks && shown.data?.people.map((person) => {
        const read = language === 'zh' ? person.zh : person.en
        return (
          <div key={person.person.en}>
            <h3 className="reading-head">{say(person.person)}
              {read.segments > 0 && <small className="num">{formats.count(read.characters)} {t.characters} · {read.segments} {t.segments} · {t.cost} {(read.fenPerThousand / 100).toFixed(2)} {t.yuan}</small>}
            </h3>
            {person.blocked.length > 0 ? <p><Mark tone="stop">{t.blocked} · {person.blocked.join(', ')}</Mark></p> : <MessageFace channel={draft.channel ?? 'sms'} title={title} body={read.text} />}
          </div>
        )
      })}
    </section>
  )
}

type Person = Awaited<ReturnType<typeof api.previewTemplate>>['people'][number]

/** One of the three as they get the mail: the page, on a screen and a phone, and its plain words. */
function MailReading({ people, chosen, onChoose, title }: { people: Person[]; chosen: number; onChoose(person: number): void; title: string }) {
  const t = useTexts(texts)
  const { say, language } = useAppearance()
  const one = people[chosen] ?? people[0]
  if (!one) return null
  const read = language === 'zh' ? one.zh : one.en
  return (
    <>
      <Segmented aria-label={t.person} value={chosen} onChange={onChoose} options={people.map((each, value) => ({ value, label: say(each.person) }))} />
      {one.blocked.length > 0 ? <p><Mark tone="stop">{t.blocked} · {one.blocked.join(', ')}</Mark></p> : <><p><span className="w-quiet">{t.subject}</span> <b>{title}</b></p><MailPage page={read.page} text={read.text} /></>}
    </>
  )
}
