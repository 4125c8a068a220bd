import { Brand, useAppearance, useTexts } from '@waystation/design'
import { NavLink } from 'react-router'
import { useStaff, useWorld } from '../data/session'
import { entries, groups, mayOpen } from './entries'
import { shell } from './texts'

export function Menu() {
  const t = useTexts(shell)
  const { say } = useAppearance()
  const staff = useStaff()
  const world = useWorld().data
  const allowed = entries.filter((entry) => mayOpen(staff, entry))
  return (
    <nav className="menu" aria-label={t.menu}>
      <NavLink to="/" className="menu-brand">
        <Brand name={t.product} line={`${t.latin}${world ? ` · ${say(world.name)}` : ''}`} />
      </NavLink>
      {allowed.filter((entry) => !entry.group).map((entry) => (
        <NavLink key={entry.key} to={entry.path} end={entry.path === '/'} className="menu-entry">
          {t.entries[entry.key]}
        </NavLink>
      ))}
      {groups.map((group) => {
        const own = allowed.filter((entry) => entry.group === group)
        if (own.length === 0) return null
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className="menu-group">
              {t.groups[group]}
            </h2>
            {own.map((entry) => (
              <NavLink key={entry.key} to={entry.path} className="menu-entry">
                {t.entries[entry.key]}
              </NavLink>
            ))}
          </section>
        )
      })}
    </nav>
  )
}
