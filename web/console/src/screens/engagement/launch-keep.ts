import { Problem } from '@waystation/client'
import { api } from '../../data/client'
import type { trialOf } from './launch-plan'

/** The experiment that counts the control group, new or as it is wanted now. */
export async function keepTrial(trial: ReturnType<typeof trialOf>) {
  try {
    await api.draftExperiment(trial)
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'TRIAL_KEY_IS_TAKEN')) throw error
    await api.redesignExperiment(trial.key, trial.design)
  }
}
