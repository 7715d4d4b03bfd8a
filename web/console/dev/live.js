// The socket half of the pretended suite.

import { WebSocketServer } from 'ws';
import * as data from './data.js';

const REPLIES = ['Dạ cảm ơn shop nhiều ạ!', 'Vậy mình chuyển khoản trước được không?', 'Ok shop nha 😊'];

/** Speaks dakenh.v1 with one desk, and answers as a visitor would. */
export function createLive(personOf) {
  const sockets = new Map();
  const offers = new Map();
  const server = new WebSocketServer({ noServer: true, handleProtocols: () => 'dakenh.v1' });

  const tell = (socket, frame) => {
    if (socket.readyState === 1) socket.send(JSON.stringify(frame));
  };
  const tellAll = (frame, except) => {
    for (const socket of sockets.keys()) if (socket !== except) tell(socket, frame);
  };

  function store(conversationId, author, text, clientMessageId) {
    const list = data.messages.get(conversationId) ?? [];
    data.messages.set(conversationId, list);
    const message = {
      id: crypto.randomUUID(),
      sequence: list.length + 1,
      author,
      kind: 'text',
      text,
      clientMessageId,
      sentAt: new Date().toISOString(),
    };
    list.push(message);
    const conversation = data.conversations.get(conversationId);
    conversation.lastSequence = message.sequence;
    conversation.lastMessage = message;
    return message;
  }

  function say(conversationId, text) {
    const { visitor } = data.conversations.get(conversationId);
    const participant = { kind: 'visitor', id: visitor.id, name: visitor.name };
    tellAll({ type: 'typing', conversationId, participant, active: true });
    setTimeout(() => {
      const message = store(conversationId, participant, text);
      tellAll({ type: 'message', conversationId, epoch: 1, message });
    }, 1800);
  }

  const live = {
    offers,
    server,
    say,
    offer(number, seconds) {
      const offer = data.offer(number, seconds);
      offers.set(offer.id, offer);
      tellAll({ type: 'offer', offer });
    },
    join(conversationId, me) {
      const conversation = data.conversations.get(conversationId);
      if (!conversation) return;
      conversation.agents = [{ id: me.id, name: me.name }];
      conversation.version++;
      setTimeout(() => {
        tellAll({ type: 'conversation', conversation });
      }, 400);
    },
    dropAll() {
      for (const socket of sockets.keys()) socket.terminate();
    },
    typing(conversationId) {
      const { visitor } = data.conversations.get(conversationId);
      const participant = { kind: 'visitor', id: visitor.id, name: visitor.name };
      tellAll({ type: 'typing', conversationId, participant, active: true });
    },
  };

  const handlers = {
    ping: (socket) => {
      tell(socket, { type: 'pong' });
    },
    send(socket, frame, me) {
      const { conversationId, clientMessageId, id } = frame;
      if (frame.text.includes('!lỗi')) {
        tell(socket, { type: 'error', id, code: 'conversation-closed', message: 'closed', temporary: false });
        return;
      }
      const message = store(
        conversationId,
        { kind: 'agent', id: me.id, name: me.name },
        frame.text,
        clientMessageId,
      );
      const { sequence, sentAt } = message;
      setTimeout(
        () => {
          tell(socket, { type: 'ack', id, conversationId, clientMessageId, sequence, sentAt });
          tellAll({ type: 'message', conversationId, epoch: 1, message }, socket);
        },
        Number(process.env.ACK_DELAY ?? 150),
      );
      setTimeout(() => {
        const participant = { kind: 'visitor', id: data.conversations.get(conversationId).visitor.id };
        tellAll({ type: 'read', conversationId, participant, sequence });
        say(conversationId, REPLIES[sequence % REPLIES.length]);
      }, 1500);
    },
    resume(socket, frame) {
      for (const { conversationId, lastSequence } of frame.conversations) {
        const list = (data.messages.get(conversationId) ?? []).filter((one) => one.sequence > lastSequence);
        tell(socket, { type: 'messages', conversationId, epoch: 1, messages: list, more: false });
      }
      tell(socket, { type: 'ack', id: frame.id });
    },
    read(socket, frame) {
      const conversation = data.conversations.get(frame.conversationId);
      if (conversation) conversation.readSequence = frame.sequence;
    },
    close(socket, frame) {
      const conversation = data.conversations.get(frame.conversationId);
      conversation.state = 'closed';
      conversation.closedAt = new Date().toISOString();
      conversation.version++;
      tell(socket, { type: 'ack', id: frame.id });
      tellAll({ type: 'conversation', conversation });
    },
    presence: (socket, frame) => {
      tell(socket, { type: 'ack', id: frame.id });
    },
    authenticate: (socket, frame) => {
      tell(socket, { type: 'ack', id: frame.id });
    },
  };

  server.on('connection', (socket, request) => {
    const me = personOf(request);
    sockets.set(socket, me);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (text) => {
      const frame = JSON.parse(String(text));
      handlers[frame.type]?.(socket, frame, me);
    });
    const mine = [...data.conversations.values()].filter(
      (one) => one.state === 'open' && one.agents.some((agent) => agent.id === me.id),
    );
    tell(socket, {
      type: 'ready',
      connectionId: crypto.randomUUID(),
      serverTime: new Date().toISOString(),
      pingSeconds: 25,
      me: { kind: 'agent', id: me.id, name: me.name },
      conversations: mine,
      offers: [...offers.values()],
    });
  });
  return live;
}
