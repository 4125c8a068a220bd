import { useQuery, useQueryClient } from '@tanstack/react-query'
import { itemsOf, type PresetAdoption, type PresetCard } from '@waystation/client'
import { DateTimeText, EmptyState, ErrorState, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Modal, Table } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAction } from '../../data/action'
import { api } from '../../data/client'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { Changes } from './changes'
import { presetWords } from './words'

/** The shelf of ready-made programmes, and which were adopted when by whom. */
export default function Gallery() {
  const t = useTexts(presetWords)
  const shelf = useQuery({ queryKey: ['presets'], queryFn: async () => itemsOf(await api.presets()) })
  return (
    <Page title={t.title} name={t.title} purpose={t.purpose}>
      <div className="stack">
        {shelf.error ? (
          <ErrorState error={shelf.error} onRetry={() => void shelf.refetch()} />
        ) : shelf.data ? (
          <div className="preset-grid">
            {shelf.data.map((one) => (
              <Card key={one.code} preset={one} />
            ))}
          </div>
        ) : (
          <SkeletonBlock height={260} />
        )}
        <History />
      </div>
    </Page>
  )
}

function Card({ preset }: { preset: PresetCard }) {
  const t = useTexts(presetWords)
  const { say } = useAppearance()
  return (
    <section className="w-card preset-card" aria-labelledby={`preset-${preset.code}`}>
      <h2 id={`preset-${preset.code}`}>{say(preset.name)}</h2>
      <p>{say(preset.tagline)}</p>
      <ul>
        {preset.points.map((point) => (
          <li key={point.en}>{say(point)}</li>
        ))}
      </ul>
      <div className="preset-foot">
        {preset.inForce ? <Mark tone="good">{t.inForce}</Mark> : <Mark tone="attention">{t.changes(preset.changes)}</Mark>}
        <Link to={`/presets/${preset.code}`}>
          <Button type={preset.inForce ? 'default' : 'primary'}>{preset.inForce ? t.look : t.compare}</Button>
        </Link>
      </div>
    </section>
  )
}

function History() {
  const t = useTexts(presetWords)
  const { say } = useAppearance()
  const staff = useStaff()
  const [asked, ask] = useState<PresetAdoption | null>(null)
  const adoptions = useQuery({ queryKey: ['preset-adoptions'], queryFn: async () => itemsOf(await api.presetAdoptions()) })
  return (
    <section className="w-card" aria-labelledby="adoptions">
      <h2 id="adoptions" className="preset-title">{t.history}</h2>
      {adoptions.error ? (
        <ErrorState error={adoptions.error} onRetry={() => void adoptions.refetch()} />
      ) : adoptions.data?.length === 0 ? (
        <EmptyState title={t.noHistory} hint={t.noHistoryHint} />
      ) : (
        <Table
          size="small"
          pagination={false}
          rowKey="id"
          loading={adoptions.isPending}
          dataSource={adoptions.data ?? []}
          columns={[
            { title: t.title, render: (_, one) => <Link to={`/presets/${one.preset}`}>{say(one.name)}</Link> },
            { title: t.what, render: (_, one) => <span className="preset-parts">{one.parts.map((part) => say(part.name)).join(' · ')}</span> },
            { title: t.when, render: (_, one) => <DateTimeText at={one.at} /> },
            { title: t.who, render: (_, one) => say(one.by) },
            { title: t.state, render: (_, one) => (one.stands ? <Mark tone="good">{t.stands}</Mark> : <Mark>{t.taken}</Mark>) },
            {
              title: '',
              align: 'right',
              render: (_, one) =>
                one.stands && staff.may('rules.publish') ? (
                  <Button size="small" onClick={() => ask(one)}>
                    {t.takeBack}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {asked && <TakeBack adoption={asked} onClose={() => ask(null)} />}
    </section>
  )
}

function TakeBack({ adoption, onClose }: { adoption: PresetAdoption; onClose(): void }) {
  const t = useTexts(presetWords)
  const { say } = useAppearance()
  const client = useQueryClient()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const back = useAction(
    (id: string, key) => api.takePresetBack(id, key),
    (done) => {
      const kept = adoption.parts.filter((part) => done.kept.includes(part.code)).map((part) => say(part.name))
      void message.success(kept.length === 0 ? t.done(done.parts.length) : `${t.done(done.parts.length)} · ${t.kept(kept.join(' · '))}`)
      onClose()
      void client.invalidateQueries()
    },
  )
  return (
    <Modal
      open
      width={860}
      title={`${t.takeBack} · ${say(adoption.name)}`}
      okText={t.takeBack}
      onCancel={onClose}
      confirmLoading={back.isPending}
      onOk={() => back.mutate(adoption.id, { onError: (error) => void message.error(problemText(error)) })}
    >
      <div className="stack">
        <p>{adoption.back.length === 0 ? t.nothingBack : t.takeBackAsk}</p>
        {adoption.back.map((part) => (
          <section key={part.code}>
            <h3>{say(part.name)}</h3>
            <Changes part={part} />
          </section>
        ))}
      </div>
    </Modal>
  )
}
