import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show } from '../../test/show.tsx';
import type { Sounds } from './content.ts';
import { SoundsPage } from './SoundsPage.tsx';

const PATH = '/api/config/v1/sections/sounds';
const preset = (id: string) => ({ id, url: `/sounds/${id}`, durationMilliseconds: 900 });
const sound = (id: string) => ({ enabled: true, source: 'preset', preset: id, volume: 70 }) as const;

// Whole pages, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

let stored: Sounds;
let suite: FakeSuite;
const played: { url: string; audio: { volume: number; paused: boolean } }[] = [];

beforeEach(() => {
  played.length = 0;
  vi.stubGlobal(
    'Audio',
    class {
      volume = 1;
      paused = true;
      constructor(readonly url: string) {}
      addEventListener(): void {
        return;
      }
      play(): Promise<void> {
        if (this.url.includes('broken')) return Promise.reject(new Error('NotSupportedError'));
        this.paused = false;
        played.push({ url: this.url, audio: this });
        return Promise.resolve();
      }
      pause(): void {
        this.paused = true;
      }
    },
  );
  stored = {
    message: sound('tone-drop'),
    newConversation: sound('tone-bell'),
    audioCall: sound('ring-morning'),
    videoCall: sound('ring-bells'),
    waiting: sound('wait-river'),
  };
  const view = () => ({
    body: { section: 'sounds', version: 4, publishedVersion: 2, published: stored },
    etag: '"4"',
  });
  suite = new FakeSuite()
    .on(`GET ${PATH}`, view)
    .on('GET /api/config/v1/sections', () => ({ body: { items: [] } }))
    .on(`POST ${PATH}/preview`, () => ({ body: {} }))
    .on('GET /api/config/v1/presets', () => ({
      body: {
        tones: [preset('tone-drop'), preset('tone-bell')],
        ringtones: [preset('ring-morning'), preset('ring-bells')],
        waiting: [preset('wait-river')],
        icons: [],
      },
    }))
    .on(`PUT ${PATH}/draft`, ({ body }) => ({
      body: { section: 'sounds', version: 5, publishedVersion: 2, published: stored, draft: body },
      etag: '"5"',
    }));
});

const region = (name: string) => within(screen.getByLabelText(name, { selector: 'section' }));

async function open() {
  await show(<SoundsPage />, suite);
  await screen.findByLabelText('Message tone', { selector: 'section' });
  await waitFor(() => {
    expect(screen.getByLabelText('Listen to Message tone')).toBeEnabled();
  });
}

describe('sounds', () => {
  it('[part SND-3] [part SND-4] [part SND-5] [part SND-6] [part SND-7] has all five, each with its choice', async () => {
    await open();
    expect(
      [...document.querySelectorAll('section[aria-label]')].map((one) => one.getAttribute('aria-label')),
    ).toEqual([
      'Message tone',
      'New conversation tone',
      'Audio call ringtone',
      'Video call ringtone',
      'Waiting music',
    ]);
    expect(region('Waiting music').getByText('River')).toBeInTheDocument();
  });

  it('[part SND-8] plays what is chosen at its volume, one at a time', async () => {
    await open();
    fireEvent.click(screen.getByLabelText('Listen to Message tone'));
    await screen.findByLabelText('Stop Message tone');
    expect(played[0]).toMatchObject({ url: '/sounds/tone-drop', audio: { volume: 0.7, paused: false } });
    fireEvent.click(screen.getByLabelText('Listen to Waiting music'));
    expect(played[0]?.audio.paused).toBe(true);
    expect(played[1]).toMatchObject({ url: '/sounds/wait-river', audio: { paused: false } });

    const volume = region('Waiting music').getByLabelText('Volume', { selector: 'input' });
    fireEvent.change(volume, { target: { value: '25' } });
    await waitFor(() => {
      expect(played[1]?.audio.volume).toBe(0.25);
    });
    fireEvent.click(screen.getByLabelText('Stop Waiting music'));
    expect(played[1]?.audio.paused).toBe(true);
    expect(screen.getByLabelText('Listen to Waiting music')).toBeInTheDocument();
  });

  it('[part SND-2] takes an upload, and says in words why a file is refused', async () => {
    const media = {
      id: 'm1',
      url: '/media/m1',
      purpose: 'tone',
      kind: 'audio',
      contentType: 'audio/mpeg',
      bytes: 9,
    };
    let refuse = true;
    suite.on('POST /api/config/v1/media', () => {
      if (refuse) throw refusal(400, 'validation-failed', [{ pointer: '/file', code: 'audio-too-long' }]);
      return { body: media };
    });
    await open();
    const tone = region('Message tone');
    fireEvent.click(tone.getByText('Your file'));
    const file = new File(['x'], 'dài.mp3', { type: 'audio/mpeg' });
    fireEvent.change(tone.getByTestId('media-file'), { target: { files: [file] } });
    expect(await tone.findByText(/longer than|too long/)).toBeInTheDocument();

    refuse = false;
    fireEvent.change(tone.getByTestId('media-file'), { target: { files: [file] } });
    await waitFor(() => {
      expect(screen.getByLabelText('Listen to Message tone')).toBeEnabled();
    });
    fireEvent.click(screen.getByText('Save draft'));
    await waitFor(() => {
      expect(suite.sent('PUT', '/draft')).toHaveLength(1);
    });
    expect(suite.sent('PUT', '/draft')[0]?.body).toMatchObject({
      message: { source: 'upload', mediaId: 'm1' },
    });
  });

  it('can be switched off, and then offers nothing to choose', async () => {
    await open();
    fireEvent.click(screen.getByLabelText('Waiting music on'));
    expect(region('Waiting music').getByText('Off: nothing is played.')).toBeInTheDocument();
    expect(screen.queryByLabelText('Listen to Waiting music')).not.toBeInTheDocument();
  });

  it('says when the browser cannot play a sound', async () => {
    suite.on('GET /api/config/v1/presets', () => ({
      body: { tones: [{ ...preset('tone-drop'), url: '/broken' }], ringtones: [], waiting: [], icons: [] },
    }));
    await open();
    fireEvent.click(screen.getByLabelText('Listen to Message tone'));
    expect(await screen.findByText('This browser cannot play the chosen sound.')).toBeInTheDocument();
  });
});
