import { createServer } from 'node:http'
import Database from 'better-sqlite3'

/** The limit to hold the desk against: node:http alone, one durable insert of the same words, one answer. */
const db = new Database(process.env.FILE ?? '')
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('create table message (id integer primary key, at integer, body text)')
const insert = db.prepare('insert into message (at, body) values (?, ?)')

createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    if (request.method === 'POST') insert.run(Date.now(), body)
    response.end('ok')
  })
}).listen(Number(process.env.PORT), '127.0.0.1')
