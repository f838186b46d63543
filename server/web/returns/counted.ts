export { counted } from '../counted'
