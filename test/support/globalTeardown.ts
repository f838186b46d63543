import { undoAll } from './teardown'

export default undoAll
