import type { Staff } from '../data/session'

export const groups = ['sell', 'members', 'benefits', 'books', 'engage', 'insight', 'operate'] as const
export type Group = (typeof groups)[number]

/** A screen in the menu. Only screens that exist stand here, each with the permission that opens it. */
export interface Entry {
  key: 'home' | 'trains' | 'release' | 'awards' | 'orders' | 'window' | 'changeRules' | 'park' | 'gate' | 'members' | 'presets' | 'rules' | 'clubs' | 'coupons' | 'packs' | 'mall' | 'referral' | 'passes' | 'auctions' | 'games' | 'partners' | 'accounts' | 'desk' | 'cards' | 'till' | 'books' | 'imports' | 'segments' | 'tags' | 'playbooks' | 'calendar' | 'experiments' | 'journeys' | 'tasks' | 'templates' | 'links' | 'messages' | 'wecom' | 'audit' | 'developers' | 'privacy' | 'jobs' | 'staff' | 'clients' | 'venues' | 'channels'
  path: string
  permission: string | null
  group?: Group
}

export const entries: readonly Entry[] = [
  { key: 'home', path: '/', permission: null },
  { key: 'trains', path: '/trains', permission: 'timetable.read', group: 'sell' },
  { key: 'release', path: '/release', permission: 'release.read', group: 'sell' },
  { key: 'awards', path: '/award-seats', permission: 'release.read', group: 'sell' },
  { key: 'orders', path: '/orders', permission: 'orders.read', group: 'sell' },
  { key: 'window', path: '/window', permission: 'orders.sell', group: 'sell' },
  { key: 'changeRules', path: '/change-rules', permission: 'rules.read', group: 'sell' },
  { key: 'park', path: '/park', permission: 'park.read', group: 'sell' },
  { key: 'gate', path: '/gate', permission: 'gate.check', group: 'sell' },
  { key: 'members', path: '/members', permission: 'members.read', group: 'members' },
  { key: 'presets', path: '/presets', permission: 'rules.read', group: 'members' },
  { key: 'rules', path: '/rules', permission: 'rules.read', group: 'members' },
  { key: 'clubs', path: '/clubs', permission: 'rules.read', group: 'members' },
  { key: 'referral', path: '/referral', permission: 'referral.read', group: 'members' },
  { key: 'desk', path: '/desk', permission: 'points.adjust', group: 'members' },
  { key: 'imports', path: '/imports', permission: 'imports.read', group: 'members' },
  { key: 'coupons', path: '/coupons', permission: 'coupons.read', group: 'benefits' },
  { key: 'mall', path: '/mall', permission: 'coupons.read', group: 'benefits' },
  { key: 'packs', path: '/packs', permission: 'coupons.read', group: 'benefits' },
  { key: 'passes', path: '/passes', permission: 'coupons.read', group: 'benefits' },
  { key: 'auctions', path: '/auctions', permission: 'coupons.read', group: 'benefits' },
  { key: 'games', path: '/games', permission: 'coupons.read', group: 'benefits' },
  { key: 'till', path: '/till', permission: 'benefits.use|cards.serve', group: 'sell' },
  { key: 'cards', path: '/cards', permission: 'cards.serve|cards.refund', group: 'books' },
  { key: 'books', path: '/books', permission: 'points.books', group: 'books' },
  { key: 'partners', path: '/partners', permission: 'partners.read', group: 'books' },
  { key: 'accounts', path: '/accounts', permission: 'accounts.read', group: 'books' },
  { key: 'segments', path: '/segments', permission: 'segments.read', group: 'engage' },
  { key: 'tags', path: '/tags', permission: 'segments.read', group: 'engage' },
  { key: 'playbooks', path: '/playbooks', permission: 'journeys.read', group: 'engage' },
  { key: 'journeys', path: '/journeys', permission: 'journeys.read', group: 'engage' },
  { key: 'calendar', path: '/calendar', permission: 'journeys.read', group: 'engage' },
  { key: 'tasks', path: '/tasks', permission: 'tasks.work', group: 'engage' },
  { key: 'experiments', path: '/experiments', permission: 'journeys.read', group: 'engage' },
  { key: 'templates', path: '/templates', permission: 'messages.read|journeys.read', group: 'engage' },
  { key: 'links', path: '/links', permission: 'messages.read', group: 'engage' },
  { key: 'messages', path: '/messages', permission: 'messages.read', group: 'engage' },
  { key: 'wecom', path: '/wecom', permission: 'messages.read', group: 'engage' },
  { key: 'audit', path: '/audit', permission: 'audit.read', group: 'insight' },
  { key: 'privacy', path: '/privacy', permission: 'privacy.read', group: 'insight' },
  { key: 'jobs', path: '/jobs', permission: 'jobs.read', group: 'operate' },
  { key: 'staff', path: '/staff', permission: 'staff.manage', group: 'operate' },
  { key: 'venues', path: '/venues', permission: 'staff.manage|events.read', group: 'operate' },
  { key: 'channels', path: '/channels', permission: 'clients.manage', group: 'operate' },
  { key: 'developers', path: '/developers', permission: 'clients.manage|events.read', group: 'operate' },
  { key: 'clients', path: '/api-clients', permission: 'clients.manage', group: 'operate' },
]

export const mayOpen = (staff: Staff, entry: Entry) => entry.permission === null || staff.may(entry.permission)
