import type { BodyOf, Calls, QueryOf } from './calls'

/** Texts, what is sent with them, and what became of it. */
export const messagesOn = (call: Calls) => ({
  tryTemplate: (code: string, whom: BodyOf<'post', '/v1/message-templates/{code}:try'>, key?: string) => call.post('/v1/message-templates/{code}:try', { in: { code }, body: whom, key }),
  messageTemplates: () => call.get('/v1/message-templates'),
  publishTemplate: (draft: BodyOf<'post', '/v1/message-templates'>, key?: string) => call.post('/v1/message-templates', { body: draft, key }),
  previewTemplate: (trial: BodyOf<'post', '/v1/message-templates:preview'>, signal?: AbortSignal) => call.post('/v1/message-templates:preview', { body: trial, signal }),
  mailResults: () => call.get('/v1/mail-results'),
  messagePage: (id: string, member: string) => call.get('/v1/messages/{id}/page', { in: { id }, query: { member } }),
  messageRules: () => call.get('/v1/message-rules'),
  replaceMessageRules: (rules: BodyOf<'put', '/v1/message-rules'>, version?: string, key?: string) => call.put('/v1/message-rules', { body: rules, version, key }),
  shortLinks: () => call.get('/v1/short-links'),
  shortLink: (code: string) => call.get('/v1/short-links/{code}', { in: { code } }),
  makeShortLink: (draft: BodyOf<'post', '/v1/short-links'>, key?: string) => call.post('/v1/short-links', { body: draft, key }),
  retireShortLink: (code: string, key?: string) => call.post('/v1/short-links/{code}:retire', { in: { code }, key }),
  wecomTasks: (query: QueryOf<'/v1/wecom-tasks'> = {}, signal?: AbortSignal) => call.get('/v1/wecom-tasks', { query, signal }),
  wecomTask: (id: string) => call.get('/v1/wecom-tasks/{id}', { in: { id } }),
  wecomReceivers: (id: string, part: string, query: QueryOf<'/v1/wecom-tasks/{id}/staff/{part}/receivers'> = {}) => call.get('/v1/wecom-tasks/{id}/staff/{part}/receivers', { in: { id, part }, query }),
  wecomTags: () => call.get('/v1/wecom-tags'),
  matchWecomTag: (tag: string, corpTag: string | null, key?: string) => call.put('/v1/wecom-tags/{tag}', { in: { tag }, body: { corpTag }, key }),
  partWecomTag: (tag: string, key?: string) => call.delete('/v1/wecom-tags/{tag}', { in: { tag }, key }),
  wecomChoices: () => call.get('/v1/wecom-choices'),
  previewWecomTask: (draft: BodyOf<'post', '/v1/wecom-tasks'>, signal?: AbortSignal) => call.post('/v1/wecom-tasks:preview', { body: draft, signal }),
  makeWecomTask: (draft: BodyOf<'post', '/v1/wecom-tasks'>, key?: string) => call.post('/v1/wecom-tasks', { body: draft, key }),
  remindWecomStaff: (id: string, key?: string) => call.post('/v1/wecom-tasks/{id}:remind', { in: { id }, key }),
  cancelWecomTask: (id: string, key?: string) => call.post('/v1/wecom-tasks/{id}:cancel', { in: { id }, key }),
  messages: (query: QueryOf<'/v1/messages'> = {}, signal?: AbortSignal) => call.get('/v1/messages', { query, signal }),
})
