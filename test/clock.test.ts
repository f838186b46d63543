import { arrivedNow } from '../server/clock'

afterEach(() => jest.useRealTimers())

test('a request that waited is judged by when it came, but never by more than half a minute ago', () => {
  jest.useFakeTimers()
  const waited = arrivedNow()
  jest.advanceTimersByTime(12_000)
  expect(waited()).toBe(12_000)
  jest.advanceTimersByTime(60_000)
  expect(waited()).toBe(30_000)
})
