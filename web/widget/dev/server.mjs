// A small stand-in for the suite, for working on the widget alone: serves dist/ and the trial website, and plays the
// server and one agent over the real protocol. Never part of a build.
//
//   npm run build --workspace widget && npm run dev --workspace widget [-- port]
//
// The agent understands: "/close" closes, "/drop" cuts the connection, "/typing" only types, "/long" sends a long word,
// "/joins" brings a second agent, "/fail" refuses the message, "/slow" acknowledges late, "/settings" changes colours.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { WebSocketServer } from 'ws';

const here = dirname(fileURLToPath(import.meta.url));
const roots = { '/widget/v1/': resolve(here, '../dist'), '/site/': resolve(here, '../../site') };
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors *";

const lan = { id: 'agent-lan', name: 'Nguyễn Thu Lan' };
const hung = { id: 'agent-hung', name: 'Trần Quốc Hùng' };

function defaultSettings() {
  return {
    title: 'Hoa Mai – Tiệm hoa Đà Lạt',
    description: 'Chúng tôi thường trả lời trong vài phút, từ 7:00 đến 21:00 mỗi ngày.',
    launcherLabel: 'Chat với Hoa Mai',
    greeting: 'Xin chào! 🌸 Bạn muốn đặt hoa cho dịp nào ạ?',
    headerColor: '#b4235a',
    textColor: '#ffffff',
    position: 'bottom-right',
  };
}

/** Starts it; `say` in the answer lets a script play the agent. */
export async function startServer({ port = 0, replyMilliseconds = 900, compress = false } = {}) {
  let settings = defaultSettings();
  const visitors = new Map();
  const sockets = new Set();
  let refusing = false;

  const http = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const json = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify(body));
    };
    if (pathname.startsWith('/api/config/v1/public/widgets/')) {
      json(...(pathname.endsWith('/unknown') ? [404, { code: 'widget-not-found' }] : [200, settings]));
      return;
    }
    if (pathname === '/api/livetalk/v1/public/visitor-sessions') {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        const { visitorToken } = JSON.parse(body);
        const visitorId = visitors.has(visitorToken) ? visitorToken : randomUUID();
        if (!visitors.has(visitorId)) visitors.set(visitorId, { conversations: [] });
        json(200, {
          visitorToken: visitorId,
          visitorId,
          expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
        });
      });
      return;
    }
    const root = Object.keys(roots).find((prefix) => pathname.startsWith(prefix));
    const path = root && normalize(pathname.slice(root.length) || 'index.html');
    try {
      if (!root || path.startsWith('..')) throw new Error('outside');
      const body = readFileSync(resolve(roots[root], path));
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'access-control-allow-origin': '*',
        ...(path === 'app.html' ? { 'content-security-policy': policy } : {}),
        ...(compress ? { 'content-encoding': 'br' } : {}),
      });
      response.end(compress ? brotliCompressSync(body) : body);
    } catch {
      response.writeHead(404).end();
    }
  });

  const wss = new WebSocketServer({ noServer: true, handleProtocols: () => 'dakenh.v1' });
  http.on('upgrade', (request, socket, head) => {
    const token = request.headers['sec-websocket-protocol']?.split(/,\s*token\./)[1];
    if (refusing || !visitors.has(token)) {
      socket.end(
        `HTTP/1.1 ${refusing ? '503 Unavailable' : '401 Unauthorized'}\r\nconnection: close\r\n\r\n`,
      );
      return;
    }
    wss.handleUpgrade(request, socket, head, (opened) => serve(opened, token));
  });

  const send = (socket, frame) => socket.send(JSON.stringify(frame));
  const tell = (visitorId, frame) => {
    for (const held of sockets) if (held.visitorId === visitorId) send(held.socket, frame);
  };

  function summary(conversation) {
    const { messages, clientConversationId, visitorId, ...rest } = conversation;
    if (!clientConversationId || !visitorId) throw new Error('not one of ours');
    return {
      ...rest,
      lastSequence: messages.length,
      ...(messages.length ? { lastMessage: messages.at(-1) } : {}),
    };
  }

  function changed(conversation) {
    conversation.version++;
    tell(conversation.visitorId, { type: 'conversation', conversation: summary(conversation) });
  }

  function store(conversation, author, text, clientMessageId) {
    const same =
      clientMessageId && conversation.messages.find((held) => held.clientMessageId === clientMessageId);
    if (same) return same;
    const message = {
      id: randomUUID(),
      sequence: conversation.messages.length + 1,
      author,
      kind: 'text',
      text,
      ...(clientMessageId ? { clientMessageId } : {}),
      sentAt: new Date().toISOString(),
    };
    conversation.messages.push(message);
    const { id, epoch, visitorId } = conversation;
    tell(visitorId, { type: 'message', conversationId: id, epoch, message });
    return message;
  }

  function join(conversation, agent) {
    if (conversation.agents.some((held) => held.id === agent.id)) return;
    conversation.agents.push(agent);
    changed(conversation);
  }

  function say(conversation, text, agent = lan) {
    join(conversation, agent);
    return store(conversation, { kind: 'agent', ...agent }, text);
  }

  function typing(conversation, active, agent = lan) {
    const participant = { kind: 'agent', ...agent };
    tell(conversation.visitorId, { type: 'typing', conversationId: conversation.id, participant, active });
  }

  function close(conversation) {
    conversation.state = 'closed';
    conversation.closedAt = new Date().toISOString();
    changed(conversation);
  }

  function answer(conversation, text) {
    if (replyMilliseconds === null) return;
    const commands = {
      '/close': () => close(conversation),
      '/drop': () => dropAll(),
      '/typing': () => typing(conversation, true),
      '/joins': () => say(conversation, 'Chào bạn, mình là Hùng bên giao hàng.', hung),
      '/long': () => say(conversation, `https://hoamai.example/${'a'.repeat(180)} ${'Ư'.repeat(120)}`),
      '/settings': () => publish({ headerColor: '#0b6e4f', launcherLabel: 'Hỏi Hoa Mai' }),
    };
    setTimeout(() => {
      conversation.otherReadSequence = conversation.messages.length;
      const { id, otherReadSequence } = conversation;
      join(conversation, lan);
      tell(conversation.visitorId, {
        type: 'read',
        conversationId: id,
        participant: { kind: 'agent', id: lan.id },
        sequence: otherReadSequence,
      });
      if (!commands[text]) typing(conversation, true);
    }, replyMilliseconds / 2);
    setTimeout(() => {
      if (commands[text]) commands[text]();
      else
        say(
          conversation,
          `Dạ, mình đã nhận: “${text.slice(0, 60)}”. Xem mẫu tại https://hoamai.example/mau nhé 🌷`,
        );
    }, replyMilliseconds);
  }

  function publish(change) {
    settings = { ...settings, ...change };
    for (const { socket } of sockets) send(socket, { type: 'settings-changed', version: 2 });
  }

  function dropAll() {
    for (const { socket } of sockets) socket.terminate();
  }

  function serve(socket, visitorId) {
    const visitor = visitors.get(visitorId);
    const held = { socket, visitorId };
    sockets.add(held);
    socket.on('close', () => sockets.delete(held));
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      const conversation = visitor.conversations.find(({ id }) => id === frame.conversationId);
      handle(socket, visitorId, visitor, conversation, frame);
    });
    send(socket, {
      type: 'ready',
      connectionId: randomUUID(),
      serverTime: new Date().toISOString(),
      pingSeconds: 25,
      me: { kind: 'visitor', id: visitorId, name: '' },
      conversations: visitor.conversations.map(summary).reverse(),
    });
  }

  function handle(socket, visitorId, visitor, conversation, frame) {
    switch (frame.type) {
      case 'ping':
        send(socket, { type: 'pong' });
        break;
      case 'open':
        open(socket, visitorId, visitor, frame);
        break;
      case 'send': {
        if (frame.text === '/fail') {
          send(socket, {
            type: 'error',
            id: frame.id,
            code: 'message-too-long',
            message: 'No',
            temporary: false,
          });
          break;
        }
        if (conversation.state === 'closed') {
          send(socket, {
            type: 'error',
            id: frame.id,
            code: 'conversation-closed',
            message: 'No',
            temporary: false,
          });
          break;
        }
        const deliver = () => {
          const author = { kind: 'visitor', id: visitorId, name: conversation.visitor.name };
          const { sequence, sentAt } = store(conversation, author, frame.text, frame.clientMessageId);
          const { id, conversationId, clientMessageId } = frame;
          send(socket, { type: 'ack', id, conversationId, clientMessageId, sequence, sentAt });
          answer(conversation, frame.text);
        };
        if (frame.text === '/slow') setTimeout(deliver, 5_000);
        else deliver();
        break;
      }
      case 'resume':
        for (const { conversationId, lastSequence } of frame.conversations) {
          const found = visitor.conversations.find(({ id }) => id === conversationId);
          const messages = found.messages.slice(lastSequence, lastSequence + 100);
          const more = lastSequence + 100 < found.messages.length;
          send(socket, { type: 'messages', conversationId, epoch: found.epoch, messages, more });
        }
        send(socket, { type: 'ack', id: frame.id });
        break;
      case 'read':
        conversation.readSequence = Math.max(conversation.readSequence, frame.sequence);
        break;
      case 'close':
        send(socket, { type: 'ack', id: frame.id, conversationId: frame.conversationId });
        close(conversation);
        break;
    }
  }

  function open(socket, visitorId, visitor, frame) {
    const { clientConversationId } = frame;
    let conversation = visitor.conversations.find(
      (known) => known.clientConversationId === clientConversationId,
    );
    if (!conversation) {
      conversation = {
        clientConversationId,
        visitorId,
        id: randomUUID(),
        version: 1,
        epoch: 1,
        state: 'open',
        channelKind: 'livetalk',
        visitor: { id: visitorId, name: frame.visitor?.name ?? '' },
        agents: [],
        readSequence: 0,
        otherReadSequence: 0,
        openedAt: new Date().toISOString(),
        messages: [],
      };
      visitor.conversations.push(conversation);
      if (frame.message) {
        const author = { kind: 'visitor', id: visitorId, name: conversation.visitor.name };
        store(conversation, author, frame.message.text, frame.message.clientMessageId);
        answer(conversation, frame.message.text);
      }
    }
    const { id: conversationId, epoch, messages } = conversation;
    send(socket, { type: 'ack', id: frame.id, conversationId, epoch, lastSequence: messages.length });
    changed(conversation);
  }

  await new Promise((done) => http.listen(port, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${http.address().port}`,
    conversations: () => [...visitors.values()].flatMap((visitor) => visitor.conversations),
    say,
    typing,
    join,
    close,
    dropAll,
    publish,
    refuse: (value) => (refusing = value),
    lan,
    hung,
    stop: () => {
      dropAll();
      http.closeAllConnections();
      return new Promise((done) => http.close(done));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startServer({ port: Number(process.argv[2] ?? 8090) });
  console.log(`${server.url}/site/?key=demo`);
}
