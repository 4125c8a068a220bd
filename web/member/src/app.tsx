import { ErrorState, useTexts } from '@waystation/design'
import { NavLink, Navigate, Outlet, Route, Routes, useLocation } from 'react-router'
import { useElder } from './data/elder'
import { useSession } from './data/session'
import { words } from './data/words'
import { ReadAloud } from './parts/elder-help'
import { HelpCall } from './parts/help-call'
import { Auctions } from './screens/auctions'
import { Awards } from './screens/awards'
import { Benefits } from './screens/benefits'
import { Book } from './screens/book'
import { CashierScreen } from './screens/cashier'
import { ClaimsScreen } from './screens/claims'
import { CodeScreen } from './screens/code'
import { Convert } from './screens/convert'
import { Family } from './screens/family'
import { Games } from './screens/games'
import { Gifts } from './screens/gifts'
import { InviteScreen } from './screens/invite'
import { InvitedScreen } from './screens/invited'
import { Home } from './screens/home'
import { Mine } from './screens/mine'
import { OrderScreen } from './screens/order'
import { ParkScreen } from './screens/park'
import { Passes } from './screens/passes'
import { PrivacyScreen } from './screens/privacy'
import { Search } from './screens/search'
import { Register } from './screens/register'
import { SignIn } from './screens/sign-in'
import { Statement } from './screens/statement'
import { TicketScreen } from './screens/ticket'
import { ChangeScreen } from './screens/change'
import { Trips } from './screens/trips'

export function App() {
  const elder = useElder()
  const { pathname } = useLocation()
  return (
    <>
      <Routes>
        <Route path="/sign-in" element={<SignIn />} />
        <Route path="/register" element={<Register />} />
        <Route path="/invite/:code" element={<InvitedScreen />} />
        <Route path="/code" element={<CodeScreen />} />
        <Route element={<SignedIn />}>
          <Route element={<Tabs />}>
            <Route index element={<Home />} />
            <Route path="/trips" element={<Trips />} />
            <Route path="/benefits" element={<Benefits />} />
            <Route path="/mine" element={<Mine />} />
          </Route>
          <Route path="/invite" element={<InviteScreen />} />
          <Route path="/family" element={<Family />} />
          <Route path="/convert" element={<Convert />} />
          <Route path="/points" element={<Statement />} />
          <Route path="/claims" element={<ClaimsScreen />} />
          <Route path="/park" element={<ParkScreen />} />
          <Route path="/passes" element={<Passes />} />
          <Route path="/auctions" element={<Auctions />} />
          <Route path="/awards" element={<Awards />} />
          <Route path="/gifts" element={<Gifts />} />
          <Route path="/games" element={<Games />} />
          <Route path="/privacy" element={<PrivacyScreen />} />
          <Route path="/search" element={<Search />} />
          <Route path="/book" element={<Book />} />
          <Route path="/pay/:intent" element={<CashierScreen />} />
          <Route path="/orders/:id" element={<OrderScreen />} />
          <Route path="/tickets/:id" element={<TicketScreen />} />
          <Route path="/tickets/:id/change" element={<ChangeScreen />} />
        </Route>
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
      {elder && pathname !== '/' && <HelpLine key={pathname} />}
    </>
  )
}

/** In elder mode a voice and a person are one tap away on every screen; the home page has its own buttons. */
function HelpLine() {
  return (
    <aside className="m-help-line">
      <ReadAloud />
      <HelpCall className="m-help" />
    </aside>
  )
}

function SignedIn() {
  const session = useSession()
  if (session.isPending) return null
  if (session.error && !session.data) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />
  return session.data ? <Outlet /> : <Navigate to="/sign-in" replace />
}

function Tabs() {
  const t = useTexts(words)
  const tabs = [
    { to: '/', name: t.home, path: 'M4 12 12 5l8 7v8h-5v-5h-6v5H4z' },
    { to: '/trips', name: t.trips, path: 'M6 4h12v13H6zM6 12h12M9 20l-2 2M15 20l2 2M9 15h.01M15 15h.01' },
    { to: '/code', name: t.codeTab, path: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h3v3h-3zM20 14v6M17 20h3M14 20h.01' },
    { to: '/benefits', name: t.benefits, path: 'M4 9h16v4H4zM6 13v7h12v-7M12 9v11M12 9c-5 0-5-5-2-5 2 0 2 5 2 5s0-5 2-5c3 0 3 5-2 5' },
    { to: '/mine', name: t.mine, path: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 4-7 8-7s7 2 8 7' },
  ]
  return (
    <>
      <main className="m-main">
        <Outlet />
      </main>
      <nav className="m-tabs" aria-label={t.home}>
        {tabs.map((tab) => (
          <NavLink key={tab.to} to={tab.to} end>
            <svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
              <path d={tab.path} />
            </svg>
            <span>{tab.name}</span>
          </NavLink>
        ))}
      </nav>
    </>
  )
}
