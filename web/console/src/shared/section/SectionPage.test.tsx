import { screen, waitFor, within } from '@testing-library/react';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import type { SettingsChanges } from '../live/SettingsChanges.ts';
import { SettingsChangesContext } from '../live/SettingsChanges.ts';
import type { SectionDefinition } from './contract.ts';
import { sectionPath } from './contract.ts';
import { TextField } from './fields/inputs.tsx';
import { SectionPage } from './SectionPage.tsx';

interface Sign {
  title: string;
  items: { id: string; name: string }[];
}

const SIGN: SectionDefinition<Sign> = {
  section: 'window',
  schema: v.object({
    title: v.string(),
    items: v.array(v.object({ id: v.string(), name: v.string() })),
  }),
};

const WORDS = {
  labels: { '/title': 'Heading', '/items': 'Items', '/items/*': 'Item', '/items/*/name': 'Name' },
};
const PATH = sectionPath('window');
const FIRST = 'aaaaaaaa-0000-4000-8000-000000000001';
const LIVE: Sign = { title: 'Hello', items: [{ id: FIRST, name: 'One' }] };

interface Stored {
  version: number;
  publishedVersion: number;
  published: Sign;
  draft?: Sign | undefined;
  publishedBy?: { id: string; name: string };
  publishedAt?: string;
  draftUpdatedBy?: { id: string; name: string };
  draftUpdatedAt?: string;
}

/** The server's half of one section, as the contract describes it. */
function suiteWith(stored: Stored): FakeSuite {
  const suite = new FakeSuite();
  const answer = () => ({
    body: structuredClone({ section: 'window', warnings: [], ...stored }),
    etag: `"${String(stored.version)}"`,
  });
  const matching = (etag: string | undefined) => {
    if (etag !== `"${String(stored.version)}"`) throw refusal(412, 'etag-mismatch');
    stored.version++;
  };
  suite.on(`GET ${PATH}`, answer);
  suite.on('GET /api/config/v1/sections', () => ({
    body: {
      items: [
        {
          section: 'window',
          version: stored.version,
          publishedVersion: stored.publishedVersion,
          draft: stored.draft !== undefined,
        },
      ],
    },
  }));
  suite.on(`POST ${PATH}/preview`, () => ({ body: {} }));
  suite.on(`PUT ${PATH}/draft`, ({ body, etag }) => {
    matching(etag);
    stored.draft = body as Sign;
    return answer();
  });
  suite.on(`DELETE ${PATH}/draft`, ({ etag }) => {
    matching(etag);
    stored.draft = undefined;
    return { body: undefined };
  });
  suite.on(`POST ${PATH}/publish`, ({ etag }) => {
    matching(etag);
    if (stored.draft) stored.published = stored.draft;
    stored.draft = undefined;
    stored.publishedVersion++;
    return answer();
  });
  return suite;
}

function page() {
  return (
    <SectionPage definition={SIGN} title="Sign" description="A sign" words={WORDS}>
      {({ content, change }) => (
        <>
          <TextField
            at="/title"
            label="Heading"
            max={80}
            value={content.title}
            onChange={(title) => {
              change((now) => ({ ...now, title }));
            }}
          />
          {content.items.map((item, index) => (
            <TextField
              key={item.id}
              at={`/items/${String(index)}/name`}
              label={`Name ${String(index + 1)}`}
              max={80}
              value={item.name}
              onChange={(name) => {
                change((now) => ({
                  ...now,
                  items: now.items.map((one) => (one.id === item.id ? { ...one, name } : one)),
                }));
              }}
            />
          ))}
        </>
      )}
    </SectionPage>
  );
}

const bar = () => screen.getByTestId('section-bar');
const saveDraft = () => screen.getByRole('button', { name: 'Save draft' });
const apply = () => screen.getByRole('button', { name: 'Apply' });

async function retitle(title: string) {
  const heading = await screen.findByLabelText('Heading');
  await user.clear(heading);
  await user.type(heading, title);
}

describe('a section', () => {
  let stored: Stored;
  let suite: FakeSuite;

  beforeEach(() => {
    stored = {
      version: 4,
      publishedVersion: 2,
      published: LIVE,
      publishedBy: { id: 'p', name: 'Trần Bảo' },
      publishedAt: '2026-01-02T03:04:05Z',
    };
    suite = suiteWith(stored);
  });

  it('says who applied what visitors see, and offers nothing to save before a change', async () => {
    await show(page(), suite);
    await screen.findByLabelText('Heading');
    expect(bar()).toHaveTextContent('Live');
    expect(bar()).toHaveTextContent('Trần Bảo');
    expect(saveDraft()).toBeDisabled();
    expect(apply()).toBeDisabled();
  });

  it('[part GEN-4] saves a draft on the version it was made from, then applies it', async () => {
    await show(page(), suite);
    await retitle('Welcome');
    expect(bar()).toHaveTextContent('Not saved');
    await user.click(saveDraft());
    await waitFor(() => {
      expect(bar()).toHaveTextContent('Draft');
    });
    expect(suite.sent('PUT', '/draft')).toMatchObject([{ etag: '"4"', body: { ...LIVE, title: 'Welcome' } }]);
    expect(suite.sent('POST', '/publish')).toEqual([]);

    await user.click(apply());
    await waitFor(() => {
      expect(bar()).toHaveTextContent('Live');
    });
    expect(suite.sent('POST', '/publish')).toMatchObject([{ etag: '"5"' }]);
    expect(stored.published.title).toBe('Welcome');
  });

  it('[part GEN-4] applies unsaved changes in one go: the draft first, then the publish on its version', async () => {
    await show(page(), suite);
    await retitle('Welcome');
    await user.click(apply());
    await waitFor(() => {
      expect(stored.published.title).toBe('Welcome');
    });
    const writes = suite.calls.filter((call) => call.etag !== undefined);
    expect(writes.map(({ method, etag }) => [method, etag])).toEqual([
      ['PUT', '"4"'],
      ['POST', '"5"'],
    ]);
  });

  it('asks before leaving with unsaved changes, and keeps them when the owner stays', async () => {
    await show(page(), suite);
    await retitle('Welcome');
    await user.click(screen.getByRole('link', { name: 'Leave' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Stay' }));
    expect(screen.getByLabelText('Heading')).toHaveValue('Welcome');

    await user.click(screen.getByRole('link', { name: 'Leave' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Leave' }));
    expect(await screen.findByText('Another page')).toBeInTheDocument();
  });

  it('lets the owner leave freely once the draft is saved', async () => {
    await show(page(), suite);
    await retitle('Welcome');
    await user.click(saveDraft());
    await waitFor(() => {
      expect(bar()).toHaveTextContent('Draft');
    });
    await user.click(screen.getByRole('link', { name: 'Leave' }));
    expect(await screen.findByText('Another page')).toBeInTheDocument();
  });

  it('puts every fault beside its field, inside lists too, and the way there on top', async () => {
    const refuse = () => {
      throw refusal(400, 'validation-failed', [
        { pointer: '/title', code: 'required' },
        { pointer: '/items/0/name', code: 'too-long' },
      ]);
    };
    suite.on(`PUT ${PATH}/draft`, refuse).on(`POST ${PATH}/preview`, refuse);
    await show(page(), suite);
    await retitle('x');
    await user.click(saveDraft());
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent('2 things to correct');
    expect(screen.getByLabelText('Heading')).toHaveAccessibleDescription('Please fill this in.');
    const name = screen.getByLabelText('Name 1');
    expect(name).toHaveAccessibleDescription('This is longer than allowed.');
    expect(name).toBeInvalid();

    await user.click(within(summary).getByRole('button', { name: 'Item “One” › Name' }));
    expect(name).toHaveFocus();
    expect(bar()).toHaveTextContent('Not saved');
  });

  it('says what is wrong with a field once it was left, not while it is typed first', async () => {
    suite.on(`POST ${PATH}/preview`, ({ body }) => {
      if ((body as Sign).title !== '') return { body: {} };
      throw refusal(400, 'validation-failed', [
        { pointer: '/title', code: 'required' },
        { pointer: '/items/0/name', code: 'too-long' },
      ]);
    });
    await show(page(), suite);
    await user.clear(await screen.findByLabelText('Heading'));
    await user.tab();
    await waitFor(() => {
      expect(screen.getByLabelText('Heading')).toBeInvalid();
    });
    expect(screen.queryByText('This is longer than allowed.')).not.toBeInTheDocument();
  });

  describe('changed by somebody else meanwhile', () => {
    async function collide() {
      await show(page(), suite);
      await retitle('Mine');
      stored.version = 9;
      stored.publishedVersion = 3;
      stored.published = { ...LIVE, title: 'Theirs' };
      stored.publishedBy = { id: 'q', name: 'Ngọc Lan' };
      await user.click(apply());
      return screen.findByRole('dialog', { name: 'Someone just changed this' });
    }

    it('[part GEN-4] shows both versions of what differs, and overwrites nothing by itself', async () => {
      const dialog = await collide();
      const row = within(dialog).getByRole('row', { name: /Heading/ });
      expect(row).toHaveTextContent('Mine');
      expect(row).toHaveTextContent('Theirs');
      expect(within(dialog).getAllByRole('row')).toHaveLength(2);
      expect(dialog).toHaveTextContent('Ngọc Lan');
      expect(stored.published.title).toBe('Theirs');
    });

    it('takes the other version', async () => {
      const dialog = await collide();
      await user.click(within(dialog).getByRole('button', { name: 'Use the saved version' }));
      expect(screen.getByLabelText('Heading')).toHaveValue('Theirs');
      expect(bar()).toHaveTextContent('Live');
    });

    it('goes on with what was typed', async () => {
      const dialog = await collide();
      await user.click(within(dialog).getByRole('button', { name: 'Keep editing mine' }));
      expect(screen.getByLabelText('Heading')).toHaveValue('Mine');
      expect(stored.published.title).toBe('Theirs');
    });

    it('overwrites when told to, on the version that was shown', async () => {
      const dialog = await collide();
      await user.click(within(dialog).getByRole('button', { name: 'Overwrite with mine' }));
      await waitFor(() => {
        expect(stored.published.title).toBe('Mine');
      });
      expect(suite.sent('PUT', '/draft').at(-1)).toMatchObject({ etag: '"9"' });
    });
  });

  it('[part GEN-3] takes up what somebody else applied when there is nothing to lose', async () => {
    let tell: (section?: string) => void = () => undefined;
    const changes: SettingsChanges = {
      onChange: (listener) => {
        tell = listener;
        return () => undefined;
      },
    };
    await show(<SettingsChangesContext value={changes}>{page()}</SettingsChangesContext>, suite);
    expect(await screen.findByLabelText('Heading')).toHaveValue('Hello');
    stored.version = 9;
    stored.published = { ...LIVE, title: 'Theirs' };
    tell('window');
    await waitFor(() => {
      expect(screen.getByLabelText('Heading')).toHaveValue('Theirs');
    });
    // After a lost connection nobody knows what was missed.
    stored.version = 10;
    stored.published = { ...LIVE, title: 'Theirs again' };
    tell();
    await waitFor(() => {
      expect(screen.getByLabelText('Heading')).toHaveValue('Theirs again');
    });
  });

  it('discards a draft after asking', async () => {
    stored.draft = { ...LIVE, title: 'Drafted' };
    await show(page(), suite);
    expect(await screen.findByLabelText('Heading')).toHaveValue('Drafted');
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Discard changes' }));
    await waitFor(() => {
      expect(screen.getByLabelText('Heading')).toHaveValue('Hello');
    });
    expect(suite.sent('DELETE', '/draft')).toMatchObject([{ etag: '"4"' }]);
  });

  it('[part GEN-4] tells the history in words and restores a version after asking', async () => {
    suite.on(`GET ${PATH}/versions`, () => ({
      body: {
        items: [
          {
            version: 2,
            publishedAt: '2026-01-02T03:04:05Z',
            publishedBy: { id: 'p', name: 'Trần Bảo' },
            changes: [
              { pointer: '/title', op: 'replace', before: 'Hi', after: 'Hello' },
              { pointer: `/items/${FIRST}`, op: 'add', after: { id: FIRST, name: 'One' } },
            ],
          },
          { version: 1, publishedAt: '2026-01-01T03:04:05Z', changes: [] },
        ],
      },
    }));
    suite.on(`POST ${PATH}/versions/1/restore`, () => ({
      body: { section: 'window', version: 6, publishedVersion: 3, published: { ...LIVE, title: 'Hi' } },
      etag: '"6"',
    }));
    await show(page(), suite);
    await screen.findByLabelText('Heading');
    await user.click(screen.getByRole('button', { name: 'History' }));
    const drawer = await screen.findByRole('dialog', { name: 'History' });
    const changed = await within(drawer).findByText('Heading');
    expect(changed.closest('li')).toHaveTextContent('HeadingChangedHiHello');
    expect(within(drawer).getByText('Item “One”').closest('li')).toHaveTextContent('Added');
    expect(within(drawer).queryByRole('button', { name: 'Restore version 2' })).not.toBeInTheDocument();

    await user.click(within(drawer).getByRole('button', { name: 'Restore version 1' }));
    expect(await screen.findByText('Restore version 1?')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Restore' }));
    await waitFor(() => {
      expect(screen.getByLabelText('Heading')).toHaveValue('Hi');
    });
    expect(suite.sent('POST', '/restore')).toMatchObject([{ etag: '"4"' }]);
  });
});
