import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { EmptyState, ErrorState, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { Button, Form, Input, InputNumber, Modal, Select, Space, Table, Tabs } from 'antd'
import { useState } from 'react'
import { useAction } from '../../data/action'
import { useFilters } from '../../data/address'
import { api } from '../../data/client'
import { useStaff, useWorld } from '../../data/session'
import { FilterBar, Page } from '../../shell/page'
import { StaffScopes } from './scopes'
import { Sharing } from './sharing'
import { venueWords } from './words'

type Venue = Shapes['venues.VenueView']

/** The venues, what they share by contract, and whose view is limited to which. */
export default function Venues() {
  const t = useTexts(venueWords)
  const staff = useStaff()
  const [filters, change] = useFilters({ tab: 'venues' })
  const manage = staff.may('staff.manage')
  const tabs = [
    { key: 'venues', label: t.tabs.venues, children: <VenueList />, shown: true },
    { key: 'sharing', label: t.tabs.sharing, children: <Sharing />, shown: manage },
    { key: 'scopes', label: t.tabs.scopes, children: <StaffScopes />, shown: manage },
  ].filter((tab) => tab.shown)
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <Tabs activeKey={filters.tab} onChange={(tab) => change({ tab })} destroyOnHidden items={tabs.map(({ key, label, children }) => ({ key, label, children }))} />
    </Page>
  )
}

function VenueList() {
  const t = useTexts(venueWords)
  const { say } = useAppearance()
  const staff = useStaff()
  const [open, setOpen] = useState<Venue | 'new' | null>(null)
  const venues = useQuery({ queryKey: ['venues'], queryFn: api.venues })
  const world = useWorld()
  const may = staff.may('staff.manage')
  const line = (code: string) => {
    const found = world.data?.businessLines.find((one) => one.code === code)
    return found ? say(found.name) : code
  }
  const add = may && (
    <Button type="primary" onClick={() => setOpen('new')}>
      {t.add}
    </Button>
  )
  return (
    <>
      <FilterBar right={add}>{null}</FilterBar>
      {venues.error ? (
        <ErrorState error={venues.error} onRetry={() => void venues.refetch()} />
      ) : !venues.data ? (
        <SkeletonBlock height={240} />
      ) : (
        <div className="w-card list-card">
          {venues.data.length === 0 ? (
            <EmptyState title={t.empty} hint={t.emptyHint} action={add} />
          ) : (
            <Table
              size="middle"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={venues.data}
              rowKey="code"
              columns={[
                { title: t.title, render: (_, one) => <b>{say(one.name)}</b> },
                { title: t.code, render: (_, one) => <code>{one.code}</code> },
                { title: t.line, render: (_, one) => line(one.line) },
                { title: t.zones, render: (_, one) => (one.zones.length ? one.zones.map((zone) => say(zone.name)).join(' · ') : <span className="w-quiet">{t.anyZone}</span>) },
                { title: '', align: 'right', render: (_, one) => may && <Button size="small" onClick={() => setOpen(one)}>{t.edit}</Button> },
              ]}
            />
          )}
        </div>
      )}
      {open && <EditVenue venue={open === 'new' ? null : open} lines={(world.data?.businessLines ?? []).map((one) => ({ value: one.code, label: say(one.name) }))} onClose={() => setOpen(null)} />}
    </>
  )
}

interface Wish {
  code: string
  zh: string
  en: string
  line: string
  zones?: string
  latitude?: number | null
  longitude?: number | null
}

const zonesOf = (lines?: string) =>
  (lines ?? '')
    .split('\n')
    .map((line) => line.split(/[=＝]/).map((part) => part.trim()))
    .filter((parts) => parts[0])
    .map(([code, zh, en]) => ({ code: code ?? '', name: { zh: zh || code || '', en: en || zh || code || '' } }))

const placeOf = ({ latitude, longitude }: Wish) => (typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined)

function EditVenue({ venue, lines, onClose }: { venue: Venue | null; lines: { value: string; label: string }[]; onClose(): void }) {
  const t = useTexts(venueWords)
  const client = useQueryClient()
  const keep = useAction(
    (wish: Wish, key) => api.keepVenue(wish.code, { name: { zh: wish.zh, en: wish.en }, line: wish.line, zones: zonesOf(wish.zones), place: placeOf(wish) }, key),
    () => {
      void client.invalidateQueries({ queryKey: ['venues'] })
      onClose()
    },
  )
  const needed = [{ required: true, message: t.missing }]
  return (
    <Modal open onCancel={onClose} title={venue ? t.edit : t.add} footer={null} width={560}>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={venue ? { code: venue.code, zh: venue.name.zh, en: venue.name.en, line: venue.line, zones: venue.zones.map((one) => `${one.code}=${one.name.zh}=${one.name.en}`).join('\n'), ...venue.place } : {}}
        onFinish={(wish: Wish) => keep.mutate(wish)}
      >
        <Form.Item name="code" label={t.code} extra={t.codeHint} rules={needed}>
          <Input disabled={Boolean(venue)} autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="zh" label={t.nameZh} rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="en" label={t.nameEn} rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="line" label={t.line} rules={needed}>
          <Select options={lines} />
        </Form.Item>
        <Form.Item label={t.place} extra={t.placeHint}>
          <Space>
            <Form.Item name="latitude" noStyle>
              <InputNumber aria-label={t.latitude} placeholder={t.latitude} min={-90} max={90} step={0.001} style={{ width: 140 }} />
            </Form.Item>
            <Form.Item name="longitude" noStyle>
              <InputNumber aria-label={t.longitude} placeholder={t.longitude} min={-180} max={180} step={0.001} style={{ width: 140 }} />
            </Form.Item>
          </Space>
        </Form.Item>
        <Form.Item name="zones" label={t.zones} extra={t.zonesHint}>
          <Input.TextArea rows={4} />
        </Form.Item>
        {keep.error && <ErrorState error={keep.error} kept />}
        <Button type="primary" htmlType="submit" loading={keep.isPending}>
          {t.save}
        </Button>
      </Form>
    </Modal>
  )
}
