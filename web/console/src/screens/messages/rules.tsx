import { useQuery } from '@tanstack/react-query'
import { versionOf, type Shapes } from '@waystation/client'
import { dictionary, ErrorState, SkeletonBlock, useTexts } from '@waystation/design'
import { Button, InputNumber, Select, Switch, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { type ReactNode } from 'react'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { RulesPage, useRulesDraft } from '../../shell/rules-page'
import { useChannelName } from '../../screens/members/consents'

type Rules = Shapes['messaging.SendRules']
type Cap = Rules['caps'][number]

const texts = dictionary(
  {
    title: '发送规则', purpose: '所有消息离开前都要过的规则。保存后从下一次检查起生效；已排队的送出前再问一次会员是否仍同意。会员自己在等的消息（如验证码、退款结果）不受这些限制。', saved: '已保存，从下一次检查起生效',
    quiet: '免打扰时段', quietHint: '按会员自己所在时区的钟点算；没有填时区的按场馆的。', from: '从', until: '到', action: '这段时间里的消息', actions: { hold: '等到时段结束再送', drop: '不送', expire: '等，但不超过' }, mostHours: '最多等', hours: '小时', serviceToo: '行程通知也遵守', serviceHint: '关着时，晚点、检票这类通知随时送出。', ofChannel: '单独设置的渠道', addChannel: '给一个渠道单独设置', never: '起止相同表示这个渠道没有免打扰时段。',
    best: '最佳时刻', bestHint: '营销消息等到这位会员平时看消息的钟点再送，最多等一天。从点开短链接和打开站内信学来，九十天前的记录权重减半；记录不足三次的会员用默认钟点。', bestOn: '等最佳时刻', channels: '用于渠道', usually: '默认钟点', oclock: '点',
    caps: '频次上限', capsHint: '每位会员在若干个自然日内最多收到几条，任何一条规则满了就不再送。', purposeOf: '用途', channel: '渠道', days: '天内', most: '最多条数', any: '全部', purposes: { marketing: '营销', service: '服务' }, add: '添加一条上限', remove: '移除', last: '至少保留一条上限',
    out: '退订用语', outHint: '会员回复其中之一，就撤回营销同意，排队中的也收回。大小写和空格不计。', outAt: '至少保留一个',
  },
  {
    title: 'Sending rules', purpose: 'What every message has to pass before it leaves. Saved, they hold from the next check on; of messages that wait the consent is asked again when they leave. What a member waits for himself (a code, the result of a return) is free of them.', saved: 'Saved; they hold from the next check on',
    quiet: 'Quiet hours', quietHint: 'By the clock of where the member is; of those who gave no time zone, by the venue’s.', from: 'From', until: 'until', action: 'Messages of this time', actions: { hold: 'wait for its end', drop: 'are not sent', expire: 'wait, but at most' }, mostHours: 'Wait at most', hours: 'hours', serviceToo: 'Trip notices too', serviceHint: 'While off, notices of delays or boarding leave at any hour.', ofChannel: 'Channels with hours of their own', addChannel: 'Set a channel apart', never: 'The same time twice: never quiet over this channel.',
    best: 'Best hour', bestHint: 'Advertising waits for the hour at which its reader opens what we send, a day at most. It is learnt from clicks on short links and openings in the inbox, a weight halving in ninety days; with fewer than three, it is the usual hour.', bestOn: 'Wait for the best hour', channels: 'For channels', usually: 'Usual hour', oclock: "o'clock",
    caps: 'Caps', capsHint: 'How many messages a member gets within so many calendar days; one cap that is full is enough to hold a message.', purposeOf: 'Purpose', channel: 'Channel', days: 'Within days', most: 'Most messages', any: 'all', purposes: { marketing: 'advertising', service: 'service' }, add: 'Add a cap', remove: 'Remove', last: 'one cap has to stay',
    out: 'Words that mean no', outHint: 'An answer with one of them withdraws the consent to advertising and takes back what waits. Case and blanks do not matter.', outAt: 'one has to stay',
  },
)

const channels = ['sms', 'email', 'push', 'wechat', 'miniapp', 'wecom', 'inbox']

export default function SendRules() {
  const found = useQuery({ queryKey: ['message-rules'], queryFn: api.messageRules })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <SkeletonBlock height={420} />
  return <Editor key={versionOf(found.data)} page={found.data} />
}

function Editor({ page }: { page: Rules }) {
  const t = useTexts(texts)
  const may = useStaff().may('journeys.write')
  const draft = useRulesDraft({
    rules: page,
    version: versionOf(page),
    queryKey: 'message-rules',
    saved: t.saved,
    send: api.replaceMessageRules,
    latest: async () => versionOf(await api.messageRules()),
  })
  const { rules, set } = draft
  return (
    <RulesPage title={t.title} purpose={t.purpose} may={may} draft={draft}>
      <fieldset className="stack bare" disabled={!may}>
        <Part title={t.quiet} hint={t.quietHint}>
          <Clock label={t.from} value={rules.quietFrom} onChange={(quietFrom) => set({ quietFrom })} />
          <Clock label={t.until} value={rules.quietUntil} onChange={(quietUntil) => set({ quietUntil })} />
          <AtNight action={rules.quiet.action} mostHours={rules.quiet.mostHours} onChange={(change) => set({ quiet: { ...rules.quiet, ...change } })} />
          <label>
            <span>{t.serviceToo}</span>
            <Switch style={{ justifySelf: 'start' }} checked={rules.quiet.serviceWaits} onChange={(serviceWaits) => set({ quiet: { ...rules.quiet, serviceWaits } })} />
          </label>
          <p className="w-quiet stack-wide">{t.serviceHint}</p>
          <OwnHours rules={rules} set={set} />
        </Part>
        <Best rules={rules} set={set} />
        <Caps caps={rules.caps} onChange={(caps) => set({ caps })} />
        <Part title={t.out} hint={t.outHint}>
          <label className="stack-wide">
            <span>{t.out} · {t.outAt}</span>
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', '、']} value={rules.optOutWords} onChange={(words: string[]) => words.length > 0 && set({ optOutWords: words })} />
          </label>
        </Part>
      </fieldset>
    </RulesPage>
  )
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="w-card">
      <h2 className="card-title">{title}</h2>
      <p className="w-quiet">{hint}</p>
      <div className="stack-fields" style={{ marginTop: 12 }}>{children}</div>
    </section>
  )
}

function Clock({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <label>
      <span>{label}</span>
      <TimePicker format="HH:mm" minuteStep={15} allowClear={false} needConfirm={false} value={dayjs(`2000-01-01T${value}`)} onChange={(at) => at && onChange(at.format('HH:mm:ss'))} />
    </label>
  )
}

function AtNight({ action, mostHours, onChange }: { action: string; mostHours: number; onChange(change: { action: string; mostHours: number }): void }) {
  const t = useTexts(texts)
  return (
    <>
      <label>
        <span>{t.action}</span>
        <Select value={action} options={(['hold', 'drop', 'expire'] as const).map((value) => ({ value, label: t.actions[value] }))} onChange={(next: string) => onChange({ action: next, mostHours: next === 'expire' ? Math.max(mostHours, 1) : 0 })} />
      </label>
      {action === 'expire' && (
        <label>
          <span>{t.mostHours}</span>
          <InputNumber min={1} max={23} precision={0} suffix={t.hours} value={mostHours} onChange={(most) => most !== null && onChange({ action, mostHours: most })} />
        </label>
      )}
    </>
  )
}

function OwnHours({ rules, set }: { rules: Rules; set(change: Partial<Rules>): void }) {
  const t = useTexts(texts)
  const nameOf = useChannelName()
  const { quiet } = rules
  const keep = (next: typeof quiet.channels) => set({ quiet: { ...quiet, channels: next } })
  const free = channels.filter((channel) => quiet.channels.every((one) => one.channel !== channel))
  return (
    <div className="stack-wide">
      {quiet.channels.length > 0 && <h3 className="w-label">{t.ofChannel}</h3>}
      <ul className="stack-rows">
        {quiet.channels.map((own) => {
          const put = (change: Partial<typeof own>) => keep(quiet.channels.map((one) => (one === own ? { ...one, ...change } : one)))
          return (
            <li key={own.channel}>
              <div className="stack-fields">
                <div><span>{t.channel}</span><b>{nameOf(own.channel)}</b></div>
                <Clock label={t.from} value={own.from} onChange={(from) => put({ from })} />
                <Clock label={t.until} value={own.until} onChange={(until) => put({ until })} />
                <AtNight action={own.action} mostHours={own.mostHours} onChange={put} />
                <div>
                  <span>{own.from === own.until ? t.never : '\u00a0'}</span>
                  <Button type="text" danger style={{ justifySelf: 'start' }} onClick={() => keep(quiet.channels.filter((one) => one !== own))}>{t.remove}</Button>
                </div>
              </div>
            </li>
          )
        })}
      </ul>
      {free.length > 0 && (
        <Select aria-label={t.addChannel} style={{ minWidth: 220 }} value={null} placeholder={t.addChannel} options={free.map((value) => ({ value, label: nameOf(value) }))} onChange={(channel: string | null) => channel && keep([...quiet.channels, { channel, from: rules.quietFrom, until: rules.quietUntil, action: quiet.action, mostHours: quiet.mostHours }])} />
      )}
    </div>
  )
}

function Best({ rules, set }: { rules: Rules; set(change: Partial<Rules>): void }) {
  const t = useTexts(texts)
  const nameOf = useChannelName()
  const best = rules.bestHour
  return (
    <Part title={t.best} hint={t.bestHint}>
      <label>
        <span>{t.bestOn}</span>
        <Switch style={{ justifySelf: 'start' }} checked={!!best} onChange={(on) => set({ bestHour: on ? { channels: ['push', 'inbox'], usually: 10 } : null })} />
      </label>
      {best && (
        <>
          <label>
            <span>{t.usually}</span>
            <InputNumber min={0} max={23} precision={0} suffix={t.oclock} value={best.usually} onChange={(usually) => usually !== null && set({ bestHour: { ...best, usually } })} />
          </label>
          <label className="stack-wide">
            <span>{t.channels}</span>
            <Select mode="multiple" value={best.channels} options={channels.map((value) => ({ value, label: nameOf(value) }))} onChange={(chosen: string[]) => chosen.length > 0 && set({ bestHour: { ...best, channels: chosen } })} />
          </label>
        </>
      )}
    </Part>
  )
}

function Caps({ caps, onChange }: { caps: Cap[]; onChange(caps: Cap[]): void }) {
  const t = useTexts(texts)
  const nameOf = useChannelName()
  const put = (at: number, change: Partial<Cap>) => onChange(caps.map((one, index) => (index === at ? { ...one, ...change } : one)))
  const number = (label: string, value: number, most: number, change: (next: number) => void) => (
    <label>
      <span>{label}</span>
      <InputNumber min={1} max={most} precision={0} value={value} onChange={(next) => next !== null && change(next)} />
    </label>
  )
  return (
    <section className="w-card">
      <h2 className="card-title">{t.caps}</h2>
      <p className="w-quiet">{t.capsHint}</p>
      <ul className="stack-rows">
        {caps.map((cap, at) => (
          <li key={at}>
            <div className="stack-fields">
              <label>
                <span>{t.purposeOf}</span>
                <Select value={cap.purpose} options={[{ value: '*', label: t.any }, ...(['marketing', 'service'] as const).map((value) => ({ value, label: t.purposes[value] }))]} onChange={(purpose) => put(at, { purpose })} />
              </label>
              <label>
                <span>{t.channel}</span>
                <Select value={cap.channel} options={[{ value: '*', label: t.any }, ...channels.map((value) => ({ value, label: nameOf(value) }))]} onChange={(channel) => put(at, { channel })} />
              </label>
              {number(t.days, cap.days, 7, (days) => put(at, { days }))}
              {number(t.most, cap.most, 999, (most) => put(at, { most }))}
              <div>
                <span>{caps.length === 1 ? t.last : ' '}</span>
                <Button type="text" danger disabled={caps.length === 1} style={{ justifySelf: 'start' }} onClick={() => onChange(caps.filter((_, index) => index !== at))}>
                  {t.remove}
                </Button>
              </div>
            </div>
          </li>
        ))}
      </ul>
      <Button onClick={() => onChange([...caps, { purpose: 'marketing', channel: '*', days: 1, most: 1 }])}>{t.add}</Button>
    </section>
  )
}
