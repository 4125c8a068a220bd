import type { Member360 } from '@waystation/client'
import { dictionary, useAppearance, useTexts, Why } from '@waystation/design'
import { useState } from 'react'
import { Link } from 'react-router'
import { useStaff } from '../../data/session'
import { memberWords } from './member-words'

const texts = dictionary(
  { tags: '标签', segments: '人群', noTags: '还没有标签。完成一程后，规则会自动打上。', noSegments: '不在任何已发布的人群里。', since: (day: string) => `${day} 起`, also: (n: string) => `另有 ${n} 个同类标签` },
  { tags: 'Tags', segments: 'Segments', noTags: 'No tags yet. Rules add them once a trip completes.', noSegments: 'In none of the published segments.', since: (day: string) => `since ${day}`, also: (n: string) => `${n} more of the same kind` },
)

/** How many tags stand there before somebody asks for all. */
const few = 6

/** Tags and segments of a member, each with its reason. */
export function Belongs({ member }: { member: Member360 }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const staff = useStaff()
  const w = useTexts(memberWords)
  const [all, setAll] = useState(false)
  const tags = member.tags.filter((tag) => !tag.impliedBy)
  return (
    <>
      <section className="w-card">
        <h2 className="card-title">{t.tags}</h2>
        {member.tags.length === 0 && <p className="w-quiet">{t.noTags}</p>}
        <ul className="plain-list">
          {(all ? tags : tags.slice(0, few)).map((tag) => (
            <TagLine key={tag.code} tag={tag} below={member.tags.filter((one) => one.impliedBy === tag.code)} />
          ))}
        </ul>
        {tags.length > few && (
          <button type="button" className="w-link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? w.less : w.all(formats.count(tags.length))}
          </button>
        )}
      </section>
      <section className="w-card">
        <h2 className="card-title">{t.segments}</h2>
        {member.segments.length === 0 && <p className="w-quiet">{t.noSegments}</p>}
        <ul className="plain-list">
          {member.segments.map((segment) => (
            <li key={segment.id}>
              <span>
                {staff.may('segments.read') ? <Link to={`/segments/${encodeURIComponent(segment.id)}`}>{say(segment.name)}</Link> : say(segment.name)}{' '}
                {segment.since && <span className="w-quiet">{t.since(formats.date(segment.since))}</span>}
              </span>
              <Why subject={`${t.segments} ${say(segment.name)}`} explanation={segment.why} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

type Tag = Member360['tags'][number]

/** The highest of a ladder of tags; what it implies is one click away. */
function TagLine({ tag, below }: { tag: Tag; below: Tag[] }) {
  const t = useTexts(texts)
  const { say, formats } = useAppearance()
  const name = (
    <span>
      {say(tag.name)} {tag.value && <b>{say(tag.value)} </b>}
      {tag.addedAt && <span className="w-quiet">{t.since(formats.date(tag.addedAt))}</span>}
    </span>
  )
  return (
    <li>
      {below.length === 0 ? (
        name
      ) : (
        <details className="ladder">
          <summary>
            {name} <span className="w-quiet">{t.also(formats.count(below.length))}</span>
          </summary>
          <ul className="plain-list">
            {below.map((one) => (
              <TagLine key={one.code} tag={one} below={[]} />
            ))}
          </ul>
        </details>
      )}
      <Why subject={`${t.tags} ${say(tag.name)}`} explanation={tag.why} />
    </li>
  )
}
