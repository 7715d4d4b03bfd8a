// A pretended suite on one origin for working on the console alone: `npm run dev:api`, then `npm run dev`, or open the
// built console right here. SCENARIO=empty|error|lost shows other states, WHO=owner signs in as the owner.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { answer } from './api.js';
import { people } from './data.js';
import { identity } from './identity.js';
import { createLive } from './live.js';

const PORT = Number(process.env.PORT ?? 4610);
const DIST = join(import.meta.dirname, '..', 'dist');
// The preview page, once the widget is built.
const WIDGET = join(import.meta.dirname, '..', '..', 'widget', 'dist');
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

const person = process.env.WHO === 'owner' ? people[0] : people[1];
const live = createLive(() => person);

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  if (text === '') return undefined;
  return request.headers['content-type']?.includes('json') ? JSON.parse(text) : text;
}

function send(response, { status, headers, body }) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function file(response, path) {
  const wanted = path.startsWith('/widget/') ? join(WIDGET, path.slice('/widget'.length)) : join(DIST, path);
  const found = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(DIST, 'index.html');
  response.writeHead(200, { 'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream' });
  createReadStream(found).pipe(response);
}

const CONTROLS = {
  offer: (url) => {
    live.offer(Number(url.searchParams.get('number') ?? 3), Number(url.searchParams.get('seconds') ?? 20));
  },
  say: (url) => {
    live.say(url.searchParams.get('id'), url.searchParams.get('text'));
  },
  typing: (url) => {
    live.typing(url.searchParams.get('id'));
  },
  drop: () => {
    live.dropAll();
  },
};

const server = createServer((request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  bodyOf(request)
    .then((body) => {
      const [, first, second] = url.pathname.split('/');
      if (first === 'auth') send(response, identity(url, body, url.origin, person));
      else if (first === 'api') send(response, answer(request, url, body, person, live));
      else if (first === 'control') {
        CONTROLS[second](url);
        send(response, { status: 204, headers: {} });
      } else file(response, url.pathname);
    })
    .catch((error) => {
      console.error(error);
      send(response, { status: 500, headers: {}, body: { code: 'internal-error' } });
    });
});

let refusing = false;
server.on('upgrade', (request, socket, head) => {
  if (refusing) {
    socket.destroy();
    return;
  }
  live.server.handleUpgrade(request, socket, head, (opened) => {
    live.server.emit('connection', opened, request);
  });
});
CONTROLS.refuse = (url) => {
  refusing = url.searchParams.get('on') === 'true';
  if (refusing) live.dropAll();
};

server.listen(PORT, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${String(PORT)}`);
});
