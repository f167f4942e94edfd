/** A server that does nothing but insert what it is sent: what papers over HTTP are compared with. */
import { createServer } from 'node:http';

import pg from 'pg';

const [url, port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
await pool.query('create table if not exists bare_papers (entry text primary key, body json not null)');
await pool.query('truncate bare_papers');
createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => {
    body += part.toString();
  });
  request.on('end', () => {
    const { entry } = JSON.parse(body) as { entry: string };
    void pool.query('insert into bare_papers values ($1, $2) on conflict do nothing', [entry, body]).then(() => {
      const answer = '{"done":true}';
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
    });
  });
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
