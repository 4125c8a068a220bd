import { dictionary, ErrorState, useAppearance, useTexts } from '@waystation/design'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type CityChoice, type Traveller } from '../data/api'
import { words } from '../data/words'
import { CityPicker } from '../parts/city-picker'

const texts = dictionary(
  { verify: '学生认证', school: '学校', number: '学籍在线验证码', entered: '入学日期', leaves: '毕业日期', home: '家庭所在城市', city: '学校所在城市', way: '学生票只在家庭与学校之间有效，每学年次数有限；认证后在这里看还剩几次。', send: '提交认证' },
  { verify: 'Verify as student', school: 'School', number: 'Enrolment number', entered: 'Day of entry', leaves: 'Day of leaving', home: 'Home city', city: 'City of the school', way: 'The student fare holds between home and school, for some journeys an academic year; how many are left stands here once you are verified.', send: 'Verify' },
)

/** What a student shows; the sandbox registry answers at once. */
export function StudentForm({ traveller }: { traveller: Traveller }) {
  const t = useTexts(texts)
  const w = useTexts(words)
  const { say } = useAppearance()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState({ school: '', enrolmentNumber: '', enteredOn: '', leavesOn: '' })
  const [home, setHome] = useState<CityChoice | null>(null)
  const [city, setCity] = useState<CityChoice | null>(null)
  const verify = useMutation({
    mutationFn: () => api.verifyStudent(traveller.id, { ...shown, homeCity: home?.code ?? '', schoolCity: city?.code ?? '' }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['travellers'] })
      void queries.invalidateQueries({ queryKey: ['student-journeys'] })
    },
  })
  if (!open) {
    return (
      <button type="button" className="m-link" onClick={() => setOpen(true)}>
        {t.verify}
      </button>
    )
  }
  const field = (name: keyof typeof shown, label: string, type = 'text') => (
    <label>
      {label}
      <input className="m-input" type={type} required value={shown[name]} onChange={(event) => setShown({ ...shown, [name]: event.target.value })} />
    </label>
  )
  return (
    <form
      className="m-form"
      onSubmit={(event) => {
        event.preventDefault()
        verify.mutate()
      }}
    >
      <p className="m-quiet">{t.way}</p>
      {field('school', t.school)}
      {field('enrolmentNumber', t.number)}
      {field('enteredOn', t.entered, 'date')}
      {field('leavesOn', t.leaves, 'date')}
      <div className="m-between" aria-label={home && city ? `${say(home.name)} – ${say(city.name)}` : undefined}>
        <CityPicker label={t.home} city={home} onPick={setHome} />
        <CityPicker label={t.city} city={city} onPick={setCity} />
      </div>
      {verify.error && <ErrorState error={verify.error} kept />}
      <button className="m-primary" disabled={verify.isPending || !home || !city}>
        {t.send}
      </button>
      <button type="button" className="m-link" onClick={() => setOpen(false)}>
        {w.close}
      </button>
    </form>
  )
}
