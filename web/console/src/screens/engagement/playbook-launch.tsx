import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type Shapes } from '@waystation/client'
import { Drawer, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Button, Form, Input, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { OpeningWaterfall } from './opening-waterfall'
import { playbookTexts } from './playbook-words'

type Playbook = Shapes['playbook.PlaybookView']
type Parameter = Shapes['playbook.Parameter']
type Values = Record<string, string | number | boolean>

/** The card of a playbook, its values, whom it finds with them, and the button. */
export function LaunchDrawer({ book, onClose, onLaunched }: { book: Playbook; onClose(): void; onLaunched(): void }) {
  const t = useTexts(playbookTexts)
  const { say } = useAppearance()
  const staff = useStaff()
  const queries = useQueryClient()
  const [values, setValues] = useState<Values>(() => Object.fromEntries(book.parameters.filter((one) => one.value !== null && one.value !== undefined).map((one) => [one.key, one.value as string | number | boolean])))
  const missing = book.parameters.some((one) => values[one.key] === undefined || values[one.key] === '')
  const preview = useQuery({ queryKey: ['playbook', book.code, values], queryFn: ({ signal }) => api.previewPlaybook(book.code, values, signal), enabled: !missing, placeholderData: (last) => last })
  const launch = useAction(
    (given: Values, key) => api.launchPlaybook(book.code, given, key),
    () => {
      void queries.invalidateQueries({ queryKey: ['launches'] })
      onLaunched()
    },
  )
  return (
    <Drawer
      open
      onClose={onClose}
      width={560}
      eyebrow={t.groups[book.group]}
      title={say(book.name)}
      footer={
        staff.may('journeys.write') && (
          <Button type="primary" size="large" block disabled={missing} loading={launch.isPending} onClick={() => launch.mutate(values)}>
            {launch.isPending ? t.launching : t.launch}
          </Button>
        )
      }
    >
      <dl className="facts">
        {([[t.why, book.card.purpose], [t.needs, book.card.needs], [t.cost, book.card.cost], [t.source, book.card.source]] as const).map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{say(said)}</dd>
          </div>
        ))}
      </dl>
      <h3 className="playbook-part">{t.values}</h3>
      <Form layout="vertical" className="playbook-form">
        {book.parameters.map((one) => (
          <Form.Item key={one.key} label={say(one.name)} htmlFor={`playbook-${one.key}`}>
            <Field of={one} value={values[one.key]} onChange={(value) => setValues((now) => ({ ...now, [one.key]: value }))} />
          </Form.Item>
        ))}
      </Form>
      {launch.error && <ErrorState error={launch.error} kept />}
      {missing ? <p className="w-quiet">{t.first}</p> : preview.error ? <ErrorState error={preview.error} kept /> : preview.data ? <Preview of={preview.data} /> : <SkeletonBlock />}
    </Drawer>
  )
}

function Preview({ of }: { of: Shapes['playbook.PreviewPlaybook.Preview'] }) {
  const t = useTexts(playbookTexts)
  const { say, formats } = useAppearance()
  const condition = of.audience?.condition
  return (
    <>
      <h3 className="playbook-part">{t.finds}</h3>
      {of.audience ? (
        <>
          <p>
            <b className="num">{formats.count(of.audience.count)}</b> <span className="w-quiet">{say(of.audience.sentence)}</span>
          </p>
          {of.audience.bars.length > 1 && condition && <OpeningWaterfall of={condition} steps={of.audience.bars} people={(bar, query, signal) => api.segmentPeople({ condition, bar }, query, signal)} />}
        </>
      ) : (
        <p className="w-quiet">{t.happens}</p>
      )}
      {of.giftKind === 'points' && of.each ? (
        <p>
          {t.gives(t.points(formats.count(of.each)))}
          {of.most ? <span className="w-quiet"> · {t.most(t.points(formats.count(of.most)))}</span> : null}
        </p>
      ) : null}
      <h3 className="playbook-part">{t.reads}</h3>
      <div className="playbook-message">
        <b>{say(of.title)}</b>
        <p>{say(of.body)}</p>
      </div>
    </>
  )
}

function Field({ of, value, onChange }: { of: Parameter; value: string | number | boolean | undefined; onChange(value: string | number | boolean): void }) {
  const t = useTexts(playbookTexts)
  const { say } = useAppearance()
  const id = `playbook-${of.key}`
  switch (of.kind) {
    case 'WHOLE':
      return <InputNumber id={id} min={of.from} max={of.to} precision={0} value={value as number} addonAfter={of.unit ? say(of.unit) : undefined} onChange={(next) => onChange(next ?? '')} />
    case 'FLAG':
      return <Switch id={id} checked={value === true} checkedChildren={t.yes} unCheckedChildren={t.no} onChange={onChange} />
    case 'CHANNEL':
      return <Select id={id} value={value as string} onChange={onChange} options={Object.entries(t.channels).map(([key, label]) => ({ value: key, label }))} />
    case 'COUPON':
      return <CouponField id={id} value={value as string} onChange={onChange} />
    case 'SEGMENT':
      return <SegmentField id={id} value={value as string} onChange={onChange} />
    case 'TIME':
      return <Input id={id} type="time" value={value as string} onChange={(event) => onChange(event.target.value)} />
    default:
      return <Input id={id} maxLength={100} value={value as string} onChange={(event) => onChange(event.target.value)} />
  }
}

interface Chosen { id: string; value: string | undefined; onChange(value: string): void }

function CouponField({ id, value, onChange }: Chosen) {
  const t = useTexts(playbookTexts)
  const { say } = useAppearance()
  const live = useQuery({ queryKey: ['coupon-choices'], queryFn: async () => itemsOf(await api.couponCampaigns({ state: 'live' })) })
  return <Select id={id} placeholder={t.choose} value={value} onChange={onChange} loading={live.isPending} options={(live.data ?? []).map((one) => ({ value: one.id, label: say(one.name) }))} />
}

function SegmentField({ id, value, onChange }: Chosen) {
  const t = useTexts(playbookTexts)
  const { say } = useAppearance()
  const all = useQuery({ queryKey: ['segments-published'], queryFn: async () => itemsOf(await api.segments()).filter((one) => one.state === 'published') })
  return <Select id={id} placeholder={t.choose} value={value} onChange={onChange} loading={all.isPending} options={(all.data ?? []).map((one) => ({ value: one.id, label: say(one.name) }))} />
}
