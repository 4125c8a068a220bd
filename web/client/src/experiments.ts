import type { BodyOf, Calls } from './calls'

/** Experiments: planned, drafted, run, reported. */
export const experimentsOn = (call: Calls) => ({
  experiments: () => call.get('/v1/experiments'),
  experiment: (id: string) => call.get('/v1/experiments/{key}', { in: { key: id } }),
  planExperiment: (asked: BodyOf<'post', '/v1/experiments:plan'>, signal?: AbortSignal) => call.post('/v1/experiments:plan', { body: asked, signal }),
  draftExperiment: (trial: BodyOf<'post', '/v1/experiments'>, key?: string) => call.post('/v1/experiments', { body: trial, key }),
  redesignExperiment: (id: string, design: BodyOf<'put', '/v1/experiments/{key}'>, key?: string) => call.put('/v1/experiments/{key}', { in: { key: id }, body: design, key }),
  startExperiment: (id: string, key?: string) => call.post('/v1/experiments/{key}:start', { in: { key: id }, key }),
  stopExperiment: (id: string, key?: string) => call.post('/v1/experiments/{key}:stop', { in: { key: id }, key }),
})
