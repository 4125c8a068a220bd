import { useAppearance, useTexts, wordFor } from '@waystation/design'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { api, type Traveller } from '../data/api'
import { useForgetAll, useMe, useTravellers } from '../data/session'
import { words } from '../data/words'
import { Asked } from '../parts/asked'
import { HelpCall } from '../parts/help-call'
import { StudentYear } from '../parts/student-years'
import { AddTraveller } from './travellers'
import { StudentForm } from './student-form'

export function Mine() {
  const t = useTexts(words)
  const me = useMe()
  return (
    <div className="m-page">
      <h1>{t.mine}</h1>
      <Asked of={me}>
        {(value) => (
          <section className="m-card">
            <b className="m-big">{value.name}</b>
            <p className="m-quiet num">{value.phone}</p>
          </section>
        )}
      </Asked>
      <Travellers />
      <Privacy />
      <Settings />
    </div>
  )
}

function Travellers() {
  const t = useTexts(words)
  const travellers = useTravellers()
  return (
    <section className="m-card">
      <h2>{t.travellers}</h2>
      <Asked of={travellers}>
        {(all) => (
          <ul className="m-list">
            {all.map((one) => (
              <TravellerRow key={one.id} traveller={one} />
            ))}
          </ul>
        )}
      </Asked>
      <AddTraveller />
    </section>
  )
}

function TravellerRow({ traveller }: { traveller: Traveller }) {
  const t = useTexts(words)
  return (
    <li>
      <div className="m-between">
        <span>
          <b>{traveller.name}</b> {traveller.self && <span className="m-tag">{t.self}</span>}
          <small className="m-quiet num">{traveller.document.number}</small>
        </span>
        <span className="m-tag">{wordFor(t.groups, traveller.group)}</span>
      </div>
      {traveller.studentUntil ? <StudentYear travellerId={traveller.id} /> : traveller.group === 'general' && <StudentForm traveller={traveller} />}
    </li>
  )
}

/** The way to what was agreed to, what is kept, and how to take or end it. */
function Privacy() {
  const t = useTexts(words)
  return (
    <Link className="m-action m-card" to="/privacy">
      <span>{t.privacyLine}</span>
      <b>{t.privacy}</b>
    </Link>
  )
}

function Settings() {
  const t = useTexts(words)
  const { language, setLanguage, theme, setTheme } = useAppearance()
  const go = useNavigate()
  const forget = useForgetAll()
  const leave = useMutation({
    mutationFn: api.signOut,
    onSettled: () => {
      forget()
      void go('/sign-in', { replace: true })
    },
  })
  return (
    <section className="m-card">
      <h2>{t.settings}</h2>
      <div className="m-between m-line">
        <span>{t.language}</span>
        <span>
          <button type="button" className="m-second" aria-pressed={language === 'zh'} onClick={() => setLanguage('zh')}>
            中文
          </button>
          <button type="button" className="m-second" aria-pressed={language === 'en'} onClick={() => setLanguage('en')}>
            English
          </button>
        </span>
      </div>
      <label className="m-check m-between m-line">
        <span>{t.theme}</span>
        <input type="checkbox" checked={theme === 'dark'} onChange={(event) => setTheme(event.target.checked ? 'dark' : 'light')} />
      </label>
      <HelpCall className="m-second m-wide" />
      <button type="button" className="m-second m-wide" onClick={() => leave.mutate()}>
        {t.signOut}
      </button>
    </section>
  )
}
