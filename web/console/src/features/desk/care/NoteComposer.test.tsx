import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite } from '../../../test/FakeSuite.ts';
import { show } from '../../../test/show.tsx';
import { Desk } from '../model/desk.ts';
import { DeskContext } from '../model/DeskContext.ts';
import { ReplyOrNote } from './ReplyOrNote.tsx';

// Whole pages, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const NOTES = '/api/livetalk/v1/conversations/c1/notes';

let suite: FakeSuite;

beforeEach(async () => {
  suite = new FakeSuite()
    .on('GET /api/livetalk/v1/conversations/c1/colleagues', () => ({
      body: {
        items: [
          { id: 'lan', name: 'Nguyễn Thu Lan' },
          { id: 'me', name: 'Bình' },
        ],
      },
    }))
    .on(`GET ${NOTES}`, () => ({ body: { items: [] } }))
    .on(`POST ${NOTES}`, ({ body }) => ({
      body: {
        id: 'n1',
        conversationId: 'c1',
        sequence: 1,
        revision: 1,
        kind: 'note',
        author: { kind: 'agent', id: 'me', name: 'Bình' },
        afterSequence: 3,
        createdAt: '2026-11-23T02:00:00Z',
        ...Object(body),
        mentions: [{ id: 'lan', name: 'Nguyễn Thu Lan' }],
      },
    }));
  const desk = new Desk({
    meId: 'me',
    http: suite,
    url: 'ws://desk.test',
    token: () => Promise.resolve(null),
  });
  await show(
    <DeskContext value={desk}>
      <ReplyOrNote conversationId="c1" reply={<p>Answer the visitor</p>} />
    </DeskContext>,
    suite,
  );
});

describe('private notes in the desk [TALK-3]', () => {
  it('are a switch away from what the visitor reads', async () => {
    expect(screen.getByText('Answer the visitor')).toBeInTheDocument();
    await userEvent.click(screen.getByText('Private note'));
    expect(screen.queryByText('Answer the visitor')).not.toBeInTheDocument();
    expect(screen.getByTestId('note-composer')).toHaveFocus();
  });

  it('mention a colleague chosen behind @, without accents', async () => {
    await userEvent.click(screen.getByText('Private note'));
    const box = screen.getByTestId('note-composer');
    await userEvent.type(box, 'Nhờ @thu lan');
    await waitFor(() => {
      expect(screen.getByRole('option')).toHaveTextContent('Nguyễn Thu Lan');
    });
    await userEvent.keyboard('{Enter}');
    expect(box).toHaveValue('Nhờ @Nguyễn Thu Lan ');
    expect(suite.sent('POST', '/notes')).toEqual([]);
    await userEvent.type(box, 'xem giúp{Enter}');
    await waitFor(() => {
      expect(suite.sent('POST', '/notes')).toHaveLength(1);
    });
    expect(suite.sent('POST', '/notes')[0]?.body).toMatchObject({
      text: 'Nhờ @Nguyễn Thu Lan xem giúp',
      mentions: ['lan'],
    });
    await waitFor(() => {
      expect(box).toHaveValue('');
    });
  });

  it('offer nobody one cannot mention: oneself', async () => {
    await userEvent.click(screen.getByText('Private note'));
    await userEvent.type(screen.getByTestId('note-composer'), '@');
    await waitFor(() => {
      expect(screen.getAllByRole('option')).toHaveLength(1);
    });
  });
});
