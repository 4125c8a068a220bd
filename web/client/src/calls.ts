import { withQuery, type Http, type Query } from './http'
import type { components, paths } from './schema'

/** Every shape of the API document, by its name there. */
export type Shapes = components['schemas']

type Method = 'get' | 'post' | 'put' | 'delete'
type PathOf<M extends Method> = { [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never }[keyof paths]
type Good = 200 | 201 | 202 | 204

/** What the document says this operation answers. */
export type AnswerOf<M extends Method, P extends PathOf<M>> = paths[P][M] extends { responses: infer R }
  ? { [S in keyof R & Good]: R[S] extends { content: { 'application/json': infer Body } } ? Body : void }[keyof R & Good]
  : never

export type QueryOf<P extends PathOf<'get'>> = paths[P]['get'] extends { parameters: { query?: infer Q } } ? { [K in keyof NonNullable<Q>]?: NonNullable<Q>[K] | null } : never

export type BodyOf<M extends Method, P extends PathOf<M>> = paths[P][M] extends { requestBody?: infer R }
  ? [NonNullable<R>] extends [never]
    ? undefined
    : NonNullable<R> extends { content: { 'multipart/form-data': unknown } }
      ? FormData
      : NonNullable<R> extends { content: { 'application/json': infer Body } }
        ? Body
        : never
  : undefined

type PathArguments<P> = P extends `${string}{${infer Name}}${infer Rest}` ? Record<Name, string> & PathArguments<Rest> : unknown
type In<P> = P extends `${string}{${string}` ? { in: PathArguments<P> } : { in?: undefined }
type With<M extends Method, P extends PathOf<M>> = BodyOf<M, P> extends undefined ? { body?: undefined } : { body: BodyOf<M, P> }
type Asked<M extends Method, P extends PathOf<M>> = paths[P][M] extends { parameters: { query?: infer Q } } ? ([Q] extends [undefined] ? { query?: undefined } : { query?: NonNullable<Q> }) : { query?: undefined }
type WriteGiven<M extends Method, P extends PathOf<M>> = In<P> & With<M, P> & Asked<M, P> & { key?: string; version?: string | undefined; signal?: AbortSignal }
type ReadGiven<P extends PathOf<'get'>> = In<P> & { query?: QueryOf<P>; signal?: AbortSignal }
/** Nothing need be given where nothing is required. */
type Maybe<G> = object extends G ? [given?: G] : [given: G]

/**
 * The operations of the API document over HTTP: an address, an argument or an answer that the
 * document does not know is refused by the compiler.
 */
export class Calls {
  constructor(readonly http: Http) {}

  get<P extends PathOf<'get'>>(path: P, ...[given]: Maybe<ReadGiven<P>>): Promise<AnswerOf<'get', P>> {
    const asked = given as { in?: Record<string, string>; query?: Query; signal?: AbortSignal } | undefined
    return this.http.get(addressOf(path, asked?.in), asked?.query, asked?.signal)
  }

  post<P extends PathOf<'post'>>(path: P, ...[given]: Maybe<WriteGiven<'post', P>>): Promise<AnswerOf<'post', P>> {
    return this.http.post(withQuery(addressOf(path, inOf(given)), (given as { query?: Query } | undefined)?.query), write(given))
  }

  put<P extends PathOf<'put'>>(path: P, ...[given]: Maybe<WriteGiven<'put', P>>): Promise<AnswerOf<'put', P>> {
    return this.http.put(addressOf(path, inOf(given)), write(given))
  }

  delete<P extends PathOf<'delete'>>(path: P, ...[given]: Maybe<WriteGiven<'delete', P>>): Promise<AnswerOf<'delete', P>> {
    return this.http.delete(addressOf(path, inOf(given)), write(given))
  }
}

export function addressOf(path: string, values: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (!value) throw new Error(`${path} needs ${name}`)
    return encodeURIComponent(value)
  })
}

function inOf(given: unknown): Record<string, string> | undefined {
  return (given as { in?: Record<string, string> } | undefined)?.in
}

function write(given: unknown) {
  const asked = (given ?? {}) as { body?: unknown; key?: string; version?: string; signal?: AbortSignal }
  return { body: asked.body, idempotencyKey: asked.key, version: asked.version, signal: asked.signal }
}
