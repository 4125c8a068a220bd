import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Shapes } from '@waystation/client'
import { DateTimeText, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Segmented, Table, Tabs, type TableProps } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { LaunchDrawer } from './playbook-launch'
import { playbookTexts } from './playbook-words'
import { Simulated } from './simulated'

type Playbook = Shapes['playbook.PlaybookView']
type Launch = Shapes['playbook.LaunchView']

export default function Playbooks() {
  const t = useTexts(playbookTexts)
  const [asked, ask] = useSearchParams()
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <Tabs
        activeKey={asked.get('tab') ?? 'gallery'}
        onChange={(tab) => ask(tab === 'gallery' ? {} : { tab }, { replace: true })}
        items={[
          { key: 'gallery', label: t.gallery, children: <Gallery onLaunched={() => ask({ tab: 'running' })} /> },
          { key: 'running', label: t.running, children: <><Simulated /><Launches /></> },
        ]}
      />
    </Page>
  )
}

function Gallery({ onLaunched }: { onLaunched(): void }) {
  const t = useTexts(playbookTexts)
  const { say } = useAppearance()
  const [group, setGroup] = useState('')
  const [open, setOpen] = useState<Playbook | null>(null)
  const order = Object.keys(t.groups)
  const books = useQuery({ queryKey: ['playbooks'], queryFn: api.playbooks, staleTime: Infinity })
  if (books.error) return <ErrorState error={books.error} onRetry={() => void books.refetch()} />
  if (!books.data) return <SkeletonBlock />
  return (
    <>
      <Segmented aria-label={t.title} value={group} onChange={setGroup} options={[{ value: '', label: t.all }, ...Object.entries(t.groups).map(([value, label]) => ({ value, label }))]} />
      <ul className="playbooks">
        {books.data
          .filter((book) => group === '' || book.group === group)
          .toSorted((one, other) => order.indexOf(one.group) - order.indexOf(other.group))
          .map((book) => (
            <li key={book.code}>
              <button type="button" className="w-card playbook" onClick={() => setOpen(book)}>
                <span className="playbook-group">{t.groups[book.group]}</span>
                <b>{say(book.name)}</b>
                <span>{say(book.card.purpose)}</span>
                <span className="w-quiet">
                  {t.costs(say(book.card.cost))}
                </span>
              </button>
            </li>
          ))}
      </ul>
      {open && (
        <LaunchDrawer
          book={open}
          onClose={() => setOpen(null)}
          onLaunched={() => {
            setOpen(null)
            onLaunched()
          }}
        />
      )}
    </>
  )
}

function Launches() {
  const t = useTexts(playbookTexts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const { modal } = App.useApp()
  const queries = useQueryClient()
  const list = useQuery({ queryKey: ['launches'], queryFn: api.launches, refetchInterval: 5_000 })
  const stop = useAction(({ id }: { id: string }, key) => api.stopLaunch(id, key), () => void queries.invalidateQueries({ queryKey: ['launches'] }))
  const arm = (one: Launch['offer']) => (one.members === 0 ? '—' : t.reached(formats.count(one.reached), formats.count(one.members)))
  const columns: TableProps<Launch>['columns'] = [
    { title: t.name, render: (_, one) => <Link to={`/journeys/${one.journey}`}><b>{say(one.name)}</b></Link> },
    { title: t.state, render: (_, one) => <Mark tone={one.stoppedAt ? 'plain' : 'good'}>{one.stoppedAt ? t.off : t.on}</Mark> },
    { title: t.offer, render: (_, one) => arm(one.offer) },
    { title: t.control, render: (_, one) => (one.trial ? arm(one.control) : t.none) },
    { title: t.lift, render: (_, one) => <Difference launch={one} /> },
    { title: t.since, render: (_, one) => <DateTimeText at={one.launchedAt} /> },
    {
      title: '',
      align: 'right',
      render: (_, one) =>
        staff.may('journeys.write') &&
        !one.stoppedAt && (
          <Button size="small" type="text" danger onClick={() => modal.confirm({ title: t.stopTitle, content: t.stopEffect, okText: t.stop, cancelText: t.keep, okButtonProps: { danger: true }, onOk: () => stop.mutate({ id: one.id }) })}>
            {t.stop}
          </Button>
        ),
    },
  ]
  return (
    <section className="w-card list-card">
      {stop.error && <ErrorState error={stop.error} kept />}
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <SkeletonBlock />
      ) : list.data.length === 0 ? (
        <EmptyState title={t.noRuns} hint={t.noRunsHint} />
      ) : (
        <Table size="middle" columns={columns} dataSource={list.data} rowKey="id" pagination={false} scroll={{ x: true }} />
      )}
    </section>
  )
}

/** Shares of members, not a verdict: with few members it says so instead of a number. */
const ENOUGH = 30

function Difference({ launch }: { launch: Launch }) {
  const t = useTexts(playbookTexts)
  const { formats } = useAppearance()
  const { offer, control } = launch
  if (!launch.trial) return <>—</>
  if (offer.members < ENOUGH || control.members < ENOUGH) return <span className="w-quiet">{t.early}</span>
  return <>{formats.signed(Math.round(1000 * (offer.reached / offer.members - control.reached / control.members)) / 10)} {t.percentPoints}</>
}
