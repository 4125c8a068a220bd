import type { BodyOf, QueryOf, Calls } from './calls'

/** Segments, tags and computed traits. */
export const audienceOn = (call: Calls) => ({
  segments: (query: QueryOf<'/v1/segments'> = {}, signal?: AbortSignal) => call.get('/v1/segments', { query, signal }),
  segment: (id: string) => call.get('/v1/segments/{id}', { in: { id } }),
  createSegment: (segment: BodyOf<'post', '/v1/segments'>, key?: string) => call.post('/v1/segments', { body: segment, key }),
  countSegment: (condition: Record<string, unknown>, signal?: AbortSignal) => call.post('/v1/segments:count', { body: { condition }, signal }),
  estimateSegment: async (condition: Record<string, unknown>, signal?: AbortSignal) => (await call.post('/v1/segments:estimate', { body: { condition }, signal })).estimate ?? null,
  compareSegments: (condition: Record<string, unknown>, segments: string[], signal?: AbortSignal) => call.post('/v1/segments:compare', { body: { condition, segments }, signal }),
  segmentChanges: (id: string, query: QueryOf<'/v1/segments/{id}/changes'> = {}) => call.get('/v1/segments/{id}/changes', { in: { id }, query }),
  publishSegment: (id: string, version?: string, key?: string) => call.post('/v1/segments/{id}:publish', { in: { id }, version, key }),
  editSegment: (id: string, condition: Record<string, unknown>, version?: string, key?: string) => call.post('/v1/segments/{id}:edit', { in: { id }, body: { condition }, version, key }),
  segmentMembers: (id: string, query: QueryOf<'/v1/segments/{id}/members'> = {}) => call.get('/v1/segments/{id}/members', { in: { id }, query }),
  explainSegment: (id: string, member: string) => call.get('/v1/segments/{id}/explain', { in: { id }, query: { member } }),
  tags: () => call.get('/v1/tags'),
  tagCoverage: async () => (await call.get('/v1/tag-coverage')).items,
  tagGroups: async () => (await call.get('/v1/tag-groups')).items,
  addTagGroup: (group: BodyOf<'post', '/v1/tag-groups'>, key?: string) => call.post('/v1/tag-groups', { body: group, key }),
  defineTag: (tag: BodyOf<'post', '/v1/tags'>, key?: string) => call.post('/v1/tags', { body: tag, key }),
  putTag: (code: string, whom: BodyOf<'post', '/v1/tags/{code}:add'>, key?: string) => call.post('/v1/tags/{code}:add', { in: { code }, body: whom, key }),
  takeTag: (code: string, whom: BodyOf<'post', '/v1/tags/{code}:remove'>, key?: string) => call.post('/v1/tags/{code}:remove', { in: { code }, body: whom, key }),
  traits: () => call.get('/v1/traits'),
  defineTrait: (trait: BodyOf<'post', '/v1/traits'>, key?: string) => call.post('/v1/traits', { body: trait, key }),
  memberTraits: async (member: string) => (await call.get('/v1/members/{id}/traits', { in: { id: member } })).items,
  tagHistory: (member: string) => call.get('/v1/members/{id}/tag-history', { in: { id: member } }),
})
