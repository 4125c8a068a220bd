import { useQuery } from '@tanstack/react-query'
import { itemsOf, versionOf, type ReferralCampaign, type ReferralTerms } from '@waystation/client'
import { dictionary, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useVenueDays } from '../../data/venue-days'
import { Page } from '../../shell/page'
import { limitNames, termsOf, valuesOf, type TermValues } from './terms'
import { referralWords } from './words'

const texts = dictionary(
  {
    create: '新建邀请活动', edit: '修改条款', purpose: '改动只对以后的邀请生效；已被邀请的人保留当时的条款。', zh: '中文名称', en: '英文名称', runs: '活动时间', window: '归因窗口（天）', windowHint: '从打开链接到注册，最多隔几天仍算',
    rewards: '奖励积分（首次出行后到账，首单全退则收回）', inviterSignUp: '邀请人：好友注册', inviteeSignUp: '好友：注册', inviterOrder: '邀请人：好友首单', inviteeOrder: '好友：首单', caps: '名额', perMonth: '每位邀请人每月', inAll: '每位邀请人全程', milestones: '里程碑', addMilestone: '加一个里程碑', remove: '去掉', invites: '生效邀请数', kind: '奖品', coupon: '券', tier: '等级', prize: '券活动', tierPrize: '等级（如 main:gold）', days: '等级天数', prizeZh: '奖品中文名', prizeEn: '奖品英文名',
    limits: '从多少人起送审核', limit: { device: '同一设备', document: '同一证件', instrument: '同一支付账户', network: '同一网络（同邀请人）', place: '同一位置（同邀请人）', perHour: '一小时内邀请', perDay: '一天内邀请' }, save: '保存', draft: '存为草稿',
  },
  {
    create: 'New invite campaign', edit: 'Change terms', purpose: 'Changes hold for later invitations; whoever was invited keeps the terms of then.', zh: 'Name in Chinese', en: 'Name in English', runs: 'Runs', window: 'Attribution window (days)', windowHint: 'Days from opening a link to joining that still count',
    rewards: 'Points (true after the first trip, taken back when the first order is refunded)', inviterSignUp: 'Inviter: friend joins', inviteeSignUp: 'Friend: joins', inviterOrder: 'Inviter: first order', inviteeOrder: 'Friend: first order', caps: 'Caps', perMonth: 'Per inviter and month', inAll: 'Per inviter in all', milestones: 'Milestones', addMilestone: 'Add a milestone', remove: 'Remove', invites: 'Invitations that count', kind: 'Prize', coupon: 'coupon', tier: 'tier', prize: 'Coupon campaign', tierPrize: 'Tier, such as main:gold', days: 'Days of the tier', prizeZh: 'Prize in Chinese', prizeEn: 'Prize in English',
    limits: 'From how many on somebody looks', limit: { device: 'One device', document: 'One document', instrument: 'One payer', network: 'One network (same inviter)', place: 'One place (same inviter)', perHour: 'Invited within an hour', perDay: 'Invited within a day' }, save: 'Save', draft: 'Save draft',
  },
)

export default function ReferralCampaignEdit() {
  const { id } = useParams()
  const asked = useQuery({ queryKey: ['referral-campaign', id], queryFn: () => api.referralCampaign(id ?? ''), enabled: id !== undefined })
  if (id && asked.error) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
  if (id && !asked.data) return <SkeletonBlock height={420} />
  return <TermsForm key={versionOf(asked.data)} campaign={asked.data} onReload={() => void asked.refetch()} />
}

function TermsForm({ campaign, onReload }: { campaign: ReferralCampaign | undefined; onReload(): void }) {
  const t = useTexts(texts)
  const words = useTexts(referralWords)
  const { say } = useAppearance()
  const days = useVenueDays()
  const navigate = useNavigate()
  const coupons = useQuery({ queryKey: ['coupon-choices'], queryFn: async () => itemsOf(await api.couponCampaigns({ state: 'live' })) })
  const [form] = Form.useForm<TermValues>()
  const opened = (now: ReferralCampaign) => void navigate(`/referral/${encodeURIComponent(now.id)}`)
  const draft = useAction((terms: ReferralTerms, key) => api.draftReferral(terms, key), opened)
  const edit = useEdit({
    version: versionOf(campaign),
    send: (terms: ReferralTerms, version, key) => api.reviseReferral(campaign?.id ?? '', terms, version, key),
    latest: async () => versionOf(await api.referralCampaign(campaign?.id ?? '')),
    reload: onReload,
    after: opened,
  })
  const required = [{ required: true, message: words.missing }]
  const number = <InputNumber min={0} precision={0} style={{ width: '100%' }} />
  const title = campaign ? t.edit : t.create
  return (
    <Page title={title} name={title} purpose={t.purpose}>
      {edit.notice}
      <section className="w-card">
        <Form<TermValues> form={form} layout="vertical" requiredMark={false} className="coupon-form" initialValues={valuesOf(campaign?.terms, days)} onFinish={(values) => (campaign ? edit.save(termsOf(values, days)) : draft.mutate(termsOf(values, days)))}>
          <Form.Item name="zh" label={t.zh} rules={required}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="en" label={t.en} rules={required}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="runs" label={t.runs} rules={required}>
            <DatePicker.RangePicker style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="windowDays" label={t.window} extra={t.windowHint} rules={required}>
            <InputNumber min={1} max={180} style={{ width: '100%' }} />
          </Form.Item>
          <h3 className="coupon-form-end">{t.rewards}</h3>
          {(['inviterSignUp', 'inviteeSignUp', 'inviterOrder', 'inviteeOrder'] as const).map((name) => (
            <Form.Item key={name} name={['rewards', name]} label={t[name]} rules={required}>
              {number}
            </Form.Item>
          ))}
          <h3 className="coupon-form-end">{t.caps}</h3>
          {(['perMonth', 'inAll'] as const).map((name) => (
            <Form.Item key={name} name={['caps', name]} label={t[name]} rules={required}>
              {number}
            </Form.Item>
          ))}
          <h3 className="coupon-form-end">{t.milestones}</h3>
          <Form.List name="milestones">
            {(fields, { add, remove }) => (
              <div className="coupon-form-end stack">
                {fields.map((field) => (
                  <div key={field.key} className="milestone-row">
                    <Form.Item name={[field.name, 'invites']} label={t.invites} rules={required}>
                      {number}
                    </Form.Item>
                    <Form.Item name={[field.name, 'kind']} label={t.kind} rules={required}>
                      <Select options={[{ value: 'COUPON', label: t.coupon }, { value: 'TIER', label: t.tier }]} />
                    </Form.Item>
                    <Form.Item noStyle shouldUpdate>
                      {() =>
                        form.getFieldValue(['milestones', field.name, 'kind']) === 'TIER' ? (
                          <>
                            <Form.Item name={[field.name, 'prize']} label={t.tierPrize} rules={required}>
                              <Input />
                            </Form.Item>
                            <Form.Item name={[field.name, 'days']} label={t.days} rules={required}>
                              {number}
                            </Form.Item>
                          </>
                        ) : (
                          <Form.Item name={[field.name, 'prize']} label={t.prize} rules={required}>
                            <Select options={(coupons.data ?? []).map((one) => ({ value: one.id, label: say(one.name) }))} />
                          </Form.Item>
                        )
                      }
                    </Form.Item>
                    <Form.Item name={[field.name, 'zh']} label={t.prizeZh} rules={required}>
                      <Input maxLength={30} />
                    </Form.Item>
                    <Form.Item name={[field.name, 'en']} label={t.prizeEn} rules={required}>
                      <Input maxLength={40} />
                    </Form.Item>
                    <Button type="text" danger onClick={() => remove(field.name)}>
                      {t.remove}
                    </Button>
                  </div>
                ))}
                <Button onClick={() => add({ kind: 'COUPON' })}>{t.addMilestone}</Button>
              </div>
            )}
          </Form.List>
          <h3 className="coupon-form-end">{t.limits}</h3>
          {limitNames.map((name) => (
            <Form.Item key={name} name={['limits', name]} label={t.limit[name]} rules={required}>
              {number}
            </Form.Item>
          ))}
          <div className="coupon-form-end">
            {(draft.error ?? edit.error) && <ErrorState error={draft.error ?? edit.error} kept />}
            <Button type="primary" htmlType="submit" loading={draft.isPending || edit.pending}>
              {campaign ? t.save : t.draft}
            </Button>
          </div>
        </Form>
      </section>
    </Page>
  )
}
