import { dictionary, useAppearance, useTexts } from '@waystation/design'
import { useQuery } from '@tanstack/react-query'
import { itemsOf } from '@waystation/client'
import { Link } from 'react-router'
import { api } from '../data/api'
import { useCities } from '../data/session'

const texts = dictionary(
  { left: (left: number, most: number, year: string) => `${year} 学年学生票还可用 ${left} 次（共 ${most} 次）`, until: (day: string) => `认证有效至 ${day}`, journey: (n: number) => `第 ${n} 次` },
  { left: (left: number, most: number, year: string) => `${left} of ${most} student journeys left in ${year}`, until: (day: string) => `verified until ${day}`, journey: (n: number) => `journey ${n}` },
)

/** What of the year's journeys at the student fare a traveller has left, and which tickets took the others. */
export function StudentYear({ travellerId }: { travellerId: string }) {
  const t = useTexts(texts)
  const { formats } = useAppearance()
  const asked = useQuery({ queryKey: ['student-journeys'], queryFn: async () => itemsOf(await api.studentJourneys()) })
  const year = asked.data?.find((one) => one.travellerId === travellerId)
  if (!year) return null
  return (
    <div className="m-quiet">
      <p>
        <b>{t.left(year.left, year.most, year.year)}</b>
      </p>
      {year.studies?.school && (
        <p>
          {year.studies.school} · {t.until(formats.date(year.studies.until))}
        </p>
      )}
      {year.studies?.homeCity && year.studies.schoolCity && (
        <p>
          <CityName code={year.studies.homeCity} /> – <CityName code={year.studies.schoolCity} />
        </p>
      )}
      {year.tickets.map((id, at) => (
        <Link key={id} className="m-link" to={`/tickets/${id}`}>
          {t.journey(at + 1)}
        </Link>
      ))}
    </div>
  )
}

function CityName({ code }: { code: string }) {
  const { say } = useAppearance()
  const found = useCities(code).data?.find((one) => one.code === code)
  return <span>{found ? say(found.name) : code}</span>
}
