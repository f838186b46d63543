import { agoInWords, deviceInWords } from '../../../server/domain/people/device'

describe('what somebody uses', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
      'Safari on a Mac',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
      'Chrome on an iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
      'Samsung Internet on Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    ['curl/8.5.0', 'An unknown browser'],
    ['', 'An unknown browser'],
    ['Something (Windows NT 10.0)', 'A browser on Windows'],
  ])('%s is put as %s', (userAgent, words) => {
    expect(deviceInWords(userAgent)).toBe(words)
  })

  test.each([
    [0, 'just now'],
    [119, 'just now'],
    [120, '2 minutes ago'],
    [3599, '59 minutes ago'],
    [3600, 'an hour ago'],
    [7300, '2 hours ago'],
  ])('was there %s seconds ago: %s', (seconds, words) => {
    expect(agoInWords(seconds)).toBe(words)
  })
})
