import ejs from 'ejs'
import express from 'express'
import { Pool } from 'pg'
import { listening } from './listening'

// The smallest honest program for the same work: bare Express, one pool, prepared statements, a view compiled once.
const [, , url = '', bytes = '10000', boxes = '60'] = process.argv
const pool = new Pool({ connectionString: url, max: 10 })

const draw = ejs.compile(`<!doctype html><title>Floor</title><form method="post">
<% for (const { address, cell } of cells) { %><label><%= address %> <input name="<%= address %>" value="<%= cell.value %>"></label>
<% } %></form><%- padding %>`)

const app = express()
app.use(express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 5000 }))

app.get('/page/:id', async (req, res) => {
  const { rows } = await pool.query({
    name: 'page',
    text: 'select address, cell from cells where return_id = $1 limit $2',
    values: [req.params.id, Number(boxes)],
  })
  const drawn = draw({ cells: rows, padding: '' })
  res.type('html').send(draw({ cells: rows, padding: 'x'.repeat(Math.max(0, Number(bytes) - drawn.length)) }))
})

app.post('/save/:id', async (req, res) => {
  const addresses = Object.keys(req.body)
  const cells = Object.values(req.body).map((value) => JSON.stringify({ state: 'value', value: Number(value) }))
  const client = await pool.connect()
  await client.query('begin')
  await client.query({
    name: 'lock',
    text: 'select version from returns where id = $1 for update',
    values: [req.params.id],
  })
  await client.query({
    name: 'write',
    text: `insert into cells (return_id, address, cell, version, decided_at)
      select $1, address, cell::jsonb, 2, clock_timestamp() from unnest($2::text[], $3::text[]) as typed (address, cell)
      on conflict (return_id, address) do update set cell = excluded.cell, decided_at = excluded.decided_at`,
    values: [req.params.id, addresses, cells],
  })
  await client.query({
    name: 'history',
    text: `insert into cell_changes (return_id, address, became, version, via, decided_at)
      select $1, address, cell::jsonb, 2, 'typed', clock_timestamp() from unnest($2::text[], $3::text[]) as typed (address, cell)`,
    values: [req.params.id, addresses, cells],
  })
  await client.query('commit')
  client.release()
  res.redirect(303, `/page/${req.params.id}`)
})

listening(app)
