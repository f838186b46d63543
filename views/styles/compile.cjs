// Makes public/app.css from these sources, and brings the kit's script to public/. Run by `npm run css`.
// Another folder may be named, so that a test can compare: node views/styles/compile.cjs FOLDER

const fs = require('node:fs')
const path = require('node:path')
const sass = require('sass')

const root = path.join(__dirname, '..', '..')
const into = path.resolve(process.argv[2] ?? path.join(root, 'public'))
const kit = path.join(root, 'node_modules', 'govuk-frontend', 'dist', 'govuk')

const { css } = sass.compile(path.join(__dirname, 'app.scss'), {
  loadPaths: [path.join(root, 'node_modules')],
  style: 'compressed',
  charset: false,
  quietDeps: true,
})
const script = fs.readFileSync(path.join(kit, 'govuk-frontend.min.js'), 'utf8')

fs.mkdirSync(into, { recursive: true })
fs.writeFileSync(path.join(into, 'app.css'), `${css}\n`)
fs.writeFileSync(path.join(into, 'govuk-frontend.min.js'), script.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))
