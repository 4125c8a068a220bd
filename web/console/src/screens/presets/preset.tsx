import { useQuery, useQueryClient } from '@tanstack/react-query'
import { versionOf } from '@waystation/client'
import { ErrorState, Mark, SkeletonBlock, useAppearance, useTexts } from '@waystation/design'
import { App, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { api } from '../../data/client'
import { useEdit } from '../../data/edit'
import { useStaff } from '../../data/session'
import { Page } from '../../shell/page'
import { useProblemText } from '../../shell/problem'
import { Changes } from './changes'
import { presetWords } from './words'

/** One programme beside the rules in force: subject by subject, with what it would cost. */
export default function Preset() {
  const t = useTexts(presetWords)
  const { code = '' } = useParams()
  const { say } = useAppearance()
  const staff = useStaff()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const problemText = useProblemText()
  const [left, leave] = useState<readonly string[]>([])
  const [asking, ask] = useState(false)
  const shown = useQuery({ queryKey: ['preset', code], queryFn: () => api.preset(code), staleTime: Infinity, gcTime: 0 })
  const adopt = useEdit({
    version: versionOf(shown.data),
    latest: async () => versionOf(await api.preset(code)),
    reload: () => void shown.refetch(),
    send: (parts: string[], version, key) => api.adoptPreset(code, parts, version, key),
    after: () => {
      void message.success(t.adopted)
      void client.invalidateQueries()
      void navigate('/presets')
    },
  })
  if (!shown.data) {
    return (
      <Page title={t.title} name={t.title} purpose={t.purpose} actions={<Link to="/presets"><Button>{t.back}</Button></Link>}>
        {shown.error ? <ErrorState error={shown.error} onRetry={() => void shown.refetch()} /> : <SkeletonBlock height={420} />}
      </Page>
    )
  }
  const { preset, parts } = shown.data
  const changing = parts.filter((part) => part.changes.length > 0)
  const chosen = changing.filter((part) => !left.includes(part.code)).map((part) => part.code)
  const actions = (
    <>
      {adopt.notice}
      <Link to="/presets">
        <Button>{t.back}</Button>
      </Link>
      {staff.may('rules.publish') && changing.length > 0 && (
        <Button type="primary" disabled={chosen.length === 0} loading={adopt.pending} onClick={() => ask(true)}>
          {t.adopt(chosen.length)}
        </Button>
      )}
    </>
  )
  return (
    <Page title={say(preset.name)} name={say(preset.name)} purpose={say(preset.tagline)} actions={actions}>
      <div className="stack">
        {parts.map((part) => (
          <section key={part.code} className="w-card" aria-labelledby={`part-${part.code}`}>
            <div className="preset-head">
              <h2 id={`part-${part.code}`}>
                {part.changes.length > 0 && staff.may('rules.publish') ? (
                  <Checkbox checked={!left.includes(part.code)} onChange={(event) => leave(event.target.checked ? left.filter((one) => one !== part.code) : [...left, part.code])}>
                    {say(part.name)}
                  </Checkbox>
                ) : (
                  say(part.name)
                )}
              </h2>
              <span>
                {part.changes.length === 0 ? <Mark tone="good">{t.inForce}</Mark> : <Mark tone="attention">{t.changes(part.changes.length)}</Mark>}
              </span>
            </div>
            {part.changes.length > 0 && <Changes part={part} />}
            {part.same.length > 0 && (
              <details open={part.changes.length === 0}>
                <summary className="w-quiet">{t.same(part.same.length)}</summary>
                <dl className="facts">
                  {part.same.map((line) => (
                    <div key={line.key}>
                      <dt>{say(line.label)}</dt>
                      <dd>{say(line.value)}</dd>
                    </div>
                  ))}
                </dl>
              </details>
            )}
            {part.effects.length > 0 && (
              <p className="verdict is-attention">
                <b>{t.cost}</b> {part.effects.map(say).join(' ')}
              </p>
            )}
          </section>
        ))}
      </div>
      <Modal
        open={asking}
        title={t.adopt(chosen.length)}
        okText={t.adopt(chosen.length)}
        onCancel={() => ask(false)}
        onOk={() => {
          ask(false)
          adopt.save(chosen, { onError: (error) => void message.error(problemText(error)) })
        }}
      >
        <p>{t.adoptAsk}</p>
        <p>{changing.filter((part) => chosen.includes(part.code)).map((part) => say(part.name)).join(' · ')}</p>
      </Modal>
    </Page>
  )
}
