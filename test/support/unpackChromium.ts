import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { holding } from '../../server/embedded/lock'

export interface UnpackedChromium {
  readonly executable: string
  /** Its own libraries and fonts, so that it starts on a machine that has none, and draws the same on all. */
  readonly env: { readonly LD_LIBRARY_PATH: string; readonly FONTCONFIG_PATH: string; readonly FONTCONFIG_FILE: string }
}

const modules = path.join(process.cwd(), 'node_modules')
const cache = path.join(modules, '.cache', 'workforce-returns')

function versionOfThePackage(): string {
  const about = readFileSync(path.join(modules, '@sparticuz', 'chromium', 'package.json'), 'utf8')
  return (JSON.parse(about) as { version: string }).version
}

/** The package unpacks into the folder for temporary files, and brings its libraries only where it believes to be hosted. */
function unpackInto(folder: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['-e', `require('@sparticuz/chromium').executablePath()`], {
    encoding: 'utf8',
    env: {
      ...process.env,
      TMPDIR: folder,
      AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
    },
  })
  if (status !== 0) throw new Error(`The browser for the tests could not be unpacked: ${stderr}`)
}

const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

/**
 * The browser that @sparticuz/chromium brings, unpacked once for each version of it. Several test processes may ask at
 * once: one unpacks, the others wait, and what a killed one leaves half done is never used.
 */
export async function unpackedChromium(): Promise<UnpackedChromium> {
  const folder = path.join(cache, `chromium-${versionOfThePackage()}`)
  mkdirSync(cache, { recursive: true })
  await holding(`${folder}.lock`, () => {
    if (!existsSync(folder)) {
      const unfinished = `${folder}.unfinished`
      rmSync(unfinished, { recursive: true, force: true })
      mkdirSync(unfinished)
      unpackInto(realpathSync(unfinished))
      writeFileSync(path.join(unfinished, 'fonts', 'fonts.conf'), fontSettings(folder))
      renameSync(unfinished, folder)
    }
    return Promise.resolve()
  })
  return {
    executable: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
      FONTCONFIG_FILE: path.join(folder, 'fonts', 'fonts.conf'),
    },
  }
}
