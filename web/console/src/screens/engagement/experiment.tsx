export { OneExperiment as default } from './experiments'
