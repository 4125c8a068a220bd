import { EmptyState, ErrorState, SkeletonBlock, useTexts } from '@waystation/design'
import { Button } from 'antd'
import { Component, Suspense, useCallback, useEffect, useState, type ReactNode } from 'react'
import { Link, Route, Routes, useLocation } from 'react-router'
import { useStaff } from '../data/session'
import { screens, type Screen } from '../screens/screens'
import { Header } from './header'
import { KeysOfPage, useKeys } from './keys'
import { Menu } from './menu'
import { GlobalSearch } from './search'
import { shell } from './texts'

export function Shell() {
  const t = useTexts(shell)
  const [searching, setSearching] = useState(false)
  const [showingKeys, setShowingKeys] = useState(false)
  const openSearch = useCallback(() => setSearching(true), [])
  const openKeys = useCallback(() => setShowingKeys(true), [])
  useKeys({ onSearch: openSearch, onKeys: openKeys })
  const { pathname } = useLocation()
  const [menuOpen, setMenuOpen] = useState(false)
  useEffect(() => setMenuOpen(false), [pathname])
  return (
    <div className={`app${menuOpen ? ' is-menu-open' : ''}`}>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <Menu />
      <div className="app-right">
        <Header onSearch={openSearch} onKeys={openKeys} onMenu={() => setMenuOpen((open) => !open)} />
        <main id="content" tabIndex={-1}>
          <Unbroken key={pathname}>
            <Suspense fallback={<SkeletonBlock height={400} />}>
              <Routes>
                {screens.map((screen) => (
                  <Route key={screen.path} path={screen.path} element={<Allowed screen={screen} />} />
                ))}
                <Route path="*" element={<EmptyState title={t.notFound} action={<HomeLink />} />} />
              </Routes>
            </Suspense>
          </Unbroken>
        </main>
      </div>
      <GlobalSearch open={searching} onClose={() => setSearching(false)} />
      <KeysOfPage open={showingKeys} onClose={() => setShowingKeys(false)} />
    </div>
  )
}

function HomeLink() {
  return (
    <Link to="/">
      <Button>{useTexts(shell).toHome}</Button>
    </Link>
  )
}

function Allowed({ screen }: { screen: Screen }) {
  const t = useTexts(shell)
  const staff = useStaff()
  if (screen.permission && !staff.may(screen.permission)) {
    return <EmptyState title={t.notAllowed} hint={t.notAllowedHint} action={<HomeLink />} />
  }
  const Body = screen.body
  return <Body />
}

/** A screen that throws shows what it can; menu and header stay. */
class Unbroken extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown }
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render() {
    if (this.state.error === null) return this.props.children
    return <ErrorState error={this.state.error} onRetry={() => this.setState({ error: null })} />
  }
}
