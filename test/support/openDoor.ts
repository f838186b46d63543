import { listen, type Listening } from '../../server/listen'
import type { TestApp } from './app'

/** The app of a file on a port of its own, as a browser finds it; `at()` is its address once the tests run. */
export function useOpenDoor({ app }: TestApp): { readonly at: (path?: string) => string } {
  let listening: Listening | undefined
  beforeAll(async () => {
    listening = await listen(app, { host: '127.0.0.1', port: 0 })
  })
  afterAll(() => listening?.stop(0))
  return { at: (path = '/') => `http://127.0.0.1:${listening?.port ?? 0}${path}` }
}
