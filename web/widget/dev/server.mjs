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
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; media-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";
const policies = {
  'app.html': `${policy}*`,
  'preview.html': `${policy.replace("connect-src 'self'", "connect-src 'none'; frame-src 'self'")}'self'`,
};

const lan = { id: 'agent-lan', name: 'Nguyễn Thu Lan' };
const hung = { id: 'agent-hung', name: 'Trần Quốc Hùng' };

const media = (name) => `/api/config/v1/public/media/${name}`;

/** The public document as docs/configuration.md describes it, with something for everything. */
export function sampleDocument() {
  return {
    version: 1,
    locale: 'vi',
    businessName: 'Hoa Mai',
    popups: [
      {
        id: '0192f0c4-0000-7000-8000-000000000001',
        title: 'Hoa sinh nhật?',
        path: '/site/san-pham.html',
        content: 'Đặt trước 10 giờ, nhận trong ngày. Hỏi Hoa Mai để chọn bó hợp ý nhé!',
        delaySeconds: 1,
        resend: true,
      },
      {
        id: '0192f0c4-0000-7000-8000-000000000002',
        title: 'Không hiện',
        path: '/site/giao-hang.html',
        content: 'x',
        delaySeconds: 0,
        resend: false,
      },
    ],
    fallback: { title: 'Hoa Mai xin chào 🌸', delaySeconds: 1 },
    launcher: {
      kind: 'text',
      name: 'Chat với Hoa Mai',
      content: 'Bạn muốn đặt hoa cho dịp nào? Mình tư vấn miễn phí, trả lời trong vài phút.',
      buttonLabel: 'Bắt đầu trò chuyện',
      avatarUrl: media('avatar.svg'),
      desktop: { corner: 'bottom-right', offsetX: 20, offsetY: 20 },
      phone: { corner: 'bottom-right', offsetX: 16, offsetY: 16 },
    },
    window: {
      headerColor: '#b4235a',
      textColor: '#ffffff',
      title: 'Hoa Mai – Tiệm hoa Đà Lạt',
      description: 'Chúng tôi thường trả lời trong vài phút, từ 7:00 đến 21:00 mỗi ngày.',
      widthPixels: 384,
      heightPixels: 660,
      fields: [
        { key: 'name', kind: 'text', required: false },
        { key: 'content', kind: 'multiline', required: true },
      ],
      startMode: 'none',
      representative: false,
      signature: {
        imageUrl: media('logo.svg'),
        parts: [
          { text: 'Xem ' },
          { text: 'chính sách giao hàng', link: 'https://hoamai.example/giao-hang' },
          { text: ' của tiệm.' },
        ],
      },
    },
    buttons: [
      {
        function: 'chat',
        highlighted: false,
        label: 'Nhắn tin',
        labelColor: '#ffffff',
        background: '#b4235a',
        color: '#ffe3ee',
        icon: 'chat-dots',
      },
      {
        function: 'audio',
        highlighted: false,
        label: 'Gọi thoại',
        labelColor: '#ffffff',
        background: '#2f6b4f',
        color: '#d8f5e6',
        icon: 'phone-wave',
      },
      {
        function: 'video',
        highlighted: false,
        label: 'Gọi video',
        labelColor: '#1b1f24',
        background: '#f3b61f',
        color: '#7a3d00',
        icon: 'video',
      },
    ],
    links: {
      layout: 'full',
      items: [
        { kind: 'zalo', url: 'https://zalo.me/84912345678', description: 'Nhắn Zalo cho tiệm' },
        { kind: 'facebook', url: 'https://facebook.com/hoamai.example', description: 'Trang Facebook' },
        { kind: 'phone', url: 'tel:+84912345678', description: 'Gọi 0912 345 678' },
      ],
    },
    sounds: { message: { url: '/api/config/v1/public/sounds/tone-drop', volume: 60 } },
  };
}

/** Pictures of the sample, drawn here. */
const drawings = {
  'avatar.svg':
    '<circle cx="32" cy="32" r="32" fill="#f7c8d8"/><circle cx="32" cy="26" r="11" fill="#b4235a"/><path d="M10 60a22 22 0 0 1 44 0Z" fill="#b4235a"/>',
  'logo.svg':
    '<rect width="64" height="64" rx="14" fill="#b4235a"/><circle cx="32" cy="32" r="14" fill="#f3b61f"/>',
  'launcher.svg':
    '<rect width="64" height="64" rx="10" fill="#2f6b4f"/><path d="M14 40q18-34 36 0Z" fill="#f3b61f"/><circle cx="32" cy="46" r="6" fill="#fff"/>',
};

/** Starts it; `say` in the answer lets a script play the agent. */
export async function startServer({ port = 0, replyMilliseconds = 900, compress = false } = {}) {
  let settings = sampleDocument();
  const requested = [];
  const visitors = new Map();
  const sockets = new Set();
  let refusing = false;

  const http = createServer((request, response) => {
    const asked = new URL(request.url, 'http://localhost').pathname;
    // As on the server: one trial page under many paths.
    const pathname = asked.replace(/^(\/site\/thu)(?:\/[a-z0-9-]*)?$/, '$1/index.html');
    requested.push(pathname);
    const json = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify(body));
    };
    if (pathname.startsWith('/api/config/v1/public/widgets/')) {
      json(...(pathname.endsWith('/unknown') ? [404, { code: 'widget-not-found' }] : [200, settings]));
      return;
    }
    if (pathname.startsWith('/api/config/v1/public/media/')) {
      const drawing = drawings[pathname.split('/').at(-1)];
      response.writeHead(drawing ? 200 : 404, { 'content-type': 'image/svg+xml' });
      response.end(drawing && `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${drawing}</svg>`);
      return;
    }
    if (/^\/api\/livetalk\/v1\/public\/widgets\/[^/]+\/agents$/.test(pathname)) {
      json(200, {
        items: [
          { id: lan.id, state: 'online' },
          { id: hung.id, state: 'offline' },
        ],
      });
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
        ...(policies[path] ? { 'content-security-policy': policies[path] } : {}),
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
    const { messages, clientConversationId, visitorId, asked, ...rest } = conversation;
    if (!clientConversationId || !visitorId || asked === null) throw new Error('not one of ours');
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
      '/settings': () =>
        publish((current) => {
          current.window.headerColor = '#0b6e4f';
          current.launcher.name = 'Hỏi Hoa Mai';
        }),
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

  /** `change` edits the document that is served from now on. */
  function publish(change) {
    change(settings);
    settings.version++;
    for (const { socket } of sockets) send(socket, { type: 'settings-changed', version: settings.version });
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
      const popup = settings.popups.find(({ id, resend }) => resend && id === frame.popupId);
      if (popup) {
        const { name, avatarUrl } = settings.launcher;
        store(conversation, { kind: 'system', id: popup.id, name, avatarUrl }, popup.content);
      }
      conversation.asked = frame.visitor;
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
    requested: () => requested,
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
