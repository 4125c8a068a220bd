import { lazy, type ComponentType } from 'react'

export interface Screen {
  path: string
  permission: string | null
  body: ComponentType
}

/** Every screen of the console with the permission it needs; each is loaded when first opened. */
export const screens: readonly Screen[] = [
  { path: '/', permission: null, body: lazy(() => import('./home/home')) },
  { path: '/trains', permission: 'timetable.read', body: lazy(() => import('./selling/trains')) },
  { path: '/trains/import', permission: 'timetable.import', body: lazy(() => import('./selling/import')) },
  { path: '/release', permission: 'release.read', body: lazy(() => import('./selling/release')) },
  { path: '/release/:runId', permission: 'release.read', body: lazy(() => import('./selling/board')) },
  { path: '/release/:runId/plan', permission: 'release.plan', body: lazy(() => import('./selling/plan')) },
  { path: '/orders', permission: 'orders.read', body: lazy(() => import('./selling/orders')) },
  { path: '/orders/:id', permission: 'orders.read', body: lazy(() => import('./selling/order')) },
  { path: '/park', permission: 'park.read', body: lazy(() => import('./selling/park')) },
  { path: '/gate', permission: 'gate.check', body: lazy(() => import('./selling/gate')) },
  { path: '/members', permission: 'members.read', body: lazy(() => import('./members/members')) },
  { path: '/members/:id', permission: 'members.read', body: lazy(() => import('./members/member')) },
  { path: '/rules', permission: 'rules.read', body: lazy(() => import('./members/rules')) },
  { path: '/rules/new', permission: 'rules.write', body: lazy(() => import('./members/rule')) },
  { path: '/rules/:code', permission: 'rules.read', body: lazy(() => import('./members/rule')) },
  { path: '/clubs', permission: 'rules.read', body: lazy(() => import('./members/clubs')) },
  { path: '/desk', permission: 'points.adjust', body: lazy(() => import('./points/desk')) },
  { path: '/cards', permission: 'cards.serve', body: lazy(() => import('./points/cards')) },
  { path: '/books', permission: 'points.books', body: lazy(() => import('./points/books')) },
  { path: '/imports', permission: 'imports.read', body: lazy(() => import('./imports/imports')) },
  { path: '/imports/:id', permission: 'imports.read', body: lazy(() => import('./imports/import')) },
  { path: '/segments', permission: 'segments.read', body: lazy(() => import('./engagement/segments')) },
  { path: '/segments/new', permission: 'segments.write', body: lazy(() => import('./engagement/segment')) },
  { path: '/segments/:id', permission: 'segments.read', body: lazy(() => import('./engagement/segment')) },
  { path: '/tags', permission: 'segments.read', body: lazy(() => import('./engagement/tags')) },
  { path: '/journeys', permission: 'journeys.read', body: lazy(() => import('./engagement/journeys')) },
  { path: '/journeys/new', permission: 'journeys.write', body: lazy(() => import('./engagement/journey-edit')) },
  { path: '/journeys/:id/edit', permission: 'journeys.write', body: lazy(() => import('./engagement/journey-edit')) },
  { path: '/journeys/:id', permission: 'journeys.read', body: lazy(() => import('./engagement/journey')) },
  { path: '/messages', permission: 'messages.read', body: lazy(() => import('./engagement/messages')) },
  { path: '/coupons', permission: 'coupons.read', body: lazy(() => import('./coupons/campaigns')) },
  { path: '/coupons/new', permission: 'coupons.write', body: lazy(() => import('./coupons/campaign-new')) },
  { path: '/coupons/simulator', permission: 'coupons.read', body: lazy(() => import('./coupons/simulator')) },
  { path: '/coupons/:id', permission: 'coupons.read', body: lazy(() => import('./coupons/campaign')) },
  { path: '/mall', permission: 'coupons.read', body: lazy(() => import('./coupons/mall')) },
  { path: '/partners', permission: 'partners.read', body: lazy(() => import('./partners/partners')) },
  { path: '/partners/:code', permission: 'partners.read', body: lazy(() => import('./partners/partner')) },
  { path: '/partners/:code/files/:id', permission: 'partners.read', body: lazy(() => import('./partners/file')) },
  { path: '/partners/:code/months/:month', permission: 'partners.read', body: lazy(() => import('./partners/statement')) },
  { path: '/passes', permission: 'coupons.read', body: lazy(() => import('./privileges/passes')) },
  { path: '/auctions', permission: 'coupons.read', body: lazy(() => import('./privileges/auctions')) },
  { path: '/games', permission: 'coupons.read', body: lazy(() => import('./privileges/games')) },
  { path: '/audit', permission: 'audit.read', body: lazy(() => import('./operate/audit')) },
  { path: '/jobs', permission: 'jobs.read', body: lazy(() => import('./operate/jobs')) },
  { path: '/staff', permission: 'staff.manage', body: lazy(() => import('./operate/staff')) },
  { path: '/api-clients', permission: 'clients.manage', body: lazy(() => import('./operate/clients')) },
]
