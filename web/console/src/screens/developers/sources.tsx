import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useFormats, useTexts, wordFor } from '@waystation/design'
import { App, Button, Table, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { FilterBar } from '../../shell/page'
import { AddSource } from './source-add'
import { sourceWords } from './source-words'

type Source = Shapes['events.EventSources.SourceView']

/** Who sends events: what came, when the last, where it lands, and what could not be taken. */
export function Sources() {
  const t = useTexts(sourceWords)
  const { say } = useAppearance()
  const formats = useFormats()
  const staff = useStaff()
  const [adding, setAdding] = useState(false)
  const sources = useQuery({ queryKey: ['event-sources'], queryFn: api.eventSources, refetchInterval: 10_000 })
  const venues = useQuery({ queryKey: ['venues'], queryFn: api.venues })
  if (sources.error) return <ErrorState error={sources.error} onRetry={() => void sources.refetch()} />
  if (!sources.data) return <SkeletonBlock height={320} />
  const may = staff.may('events.write')
  const venueName = (code?: string | null) => {
    const venue = venues.data?.find((one) => one.code === code)
    return venue ? say(venue.name) : code
  }
  const add = may && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  )
  const columns: TableProps<Source>['columns'] = [
    { title: t.name, render: (_, one) => <b>{one.name}</b> },
    { title: t.kind, render: (_, one) => wordFor(t.kinds, one.kind) },
    { title: t.place, render: (_, one) => (one.venue ? `${venueName(one.venue)} / ${one.zone ?? '—'}` : '—') },
    { title: t.taken, align: 'right', className: 'num', render: (_, one) => formats.count(one.taken) },
    { title: t.last, render: (_, one) => (one.lastAt ? <DateTimeText at={one.lastAt} /> : <span className="w-quiet">{t.never}</span>) },
    { title: t.waiting, align: 'right', className: 'num', render: (_, one) => (one.waiting > 0 ? <Link to="?tab=quarantine"><Mark tone="stop">{formats.count(one.waiting)}</Mark></Link> : 0) },
    { title: '', align: 'right', render: (_, one) => (one.revokedAt ? <Mark>{t.closed}</Mark> : one.name.startsWith('own.') ? <span className="w-quiet">{t.own}</span> : may && <Close source={one} />) },
  ]
  return (
    <>
      <FilterBar right={add}>{null}</FilterBar>
      <div className="w-card list-card">{sources.data.length === 0 ? <EmptyState title={t.none} hint={t.noneHint} action={add} /> : <Table size="middle" pagination={false} scroll={{ x: 'max-content' }} dataSource={sources.data} rowKey="id" columns={columns} />}</div>
      {adding && <AddSource onClose={() => setAdding(false)} />}
    </>
  )
}

function Close({ source }: { source: Source }) {
  const t = useTexts(sourceWords)
  const { modal } = App.useApp()
  const client = useQueryClient()
  const close = useAction((id: string, key) => api.closeEventSource(id, key), undefined, () => void client.invalidateQueries({ queryKey: ['event-sources'] }))
  return (
    <Button size="small" type="text" danger onClick={() => modal.confirm({ title: t.closeTitle(source.name), content: t.closeEffect, okText: t.close, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => close.mutate(source.id) })}>
      {t.close}
    </Button>
  )
}
