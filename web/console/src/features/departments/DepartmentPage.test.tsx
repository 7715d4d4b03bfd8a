import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { DepartmentForm } from './components/DepartmentForm.tsx';
import type { Department, DepartmentFields } from './api/departments.ts';
import type { StaffMember } from '../../shared/api/staff.ts';

const PATH = '/api/config/v1/departments';

const STAFF: StaffMember[] = ['Lan', 'Minh', 'Yến'].map((name, index) => ({
  id: `p${String(index + 1)}`,
  name,
  email: `${String(index)}@hoasen.vn`,
  role: 'agent',
  active: true,
  version: 1,
}));

const SALES: Department = {
  id: 'd1',
  name: 'Sales',
  allocationMode: 'sequential',
  passOnSeconds: 20,
  totalSeconds: 300,
  agentIds: ['p1', 'p2'],
  default: false,
  preferPreviousAgent: false,
  version: 3,
};

describe('the form of a department', () => {
  let suite: FakeSuite;
  let saved: DepartmentFields | undefined;

  beforeEach(() => {
    saved = undefined;
    suite = new FakeSuite().on(`PUT ${PATH}/d1`, ({ body }) => {
      saved = body as DepartmentFields;
      return { body: { ...SALES, ...saved, version: 4 }, etag: '"4"' };
    });
  });

  async function open() {
    await show(
      <DepartmentForm id="d1" initial={SALES} initialEtag={'"3"'} staff={STAFF} zone="Asia/Ho_Chi_Minh" />,
      suite,
    );
  }

  const save = () => user.click(screen.getByRole('button', { name: 'Save' }));
  const order = () =>
    within(screen.getByRole('list'))
      .getAllByRole('listitem')
      .map((item) => /Lan|Minh|Yến/.exec(item.textContent)?.[0]);

  it('[part DEP-1] saves the order that the buttons make', async () => {
    await open();
    await user.click(screen.getByLabelText('Move Minh up'));
    expect(order()).toEqual(['Minh', 'Lan']);
    await save();
    await waitFor(() => {
      expect(saved?.agentIds).toEqual(['p2', 'p1']);
    });
    expect(suite.sent('PUT', '/d1')).toMatchObject([{ etag: '"3"' }]);
  });

  it('[part DEP-1] names the place of an agent to those who drag by keyboard', async () => {
    await open();
    const handle = screen.getByLabelText('Reorder Lan, position 1 of 2');
    handle.focus();
    await user.keyboard(' ');
    expect(await screen.findByText(/Holding Lan|Lan is at position 1 of 2/)).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(order()).toEqual(['Lan', 'Minh']);
  });

  it('[part DEP-1] needs at least one agent', async () => {
    await open();
    await user.click(screen.getByLabelText('Remove Lan from the department'));
    await user.click(screen.getByLabelText('Remove Minh from the department'));
    await save();
    expect(await screen.findByText('At least one agent is needed.')).toBeInTheDocument();
    expect(saved).toBeUndefined();
  });

  it('[part DEP-5] refuses a pass-on time outside 5 to 300 seconds', async () => {
    await open();
    const passOn = screen.getByLabelText('Pass-on time (seconds)');
    await user.clear(passOn);
    await user.type(passOn, '4');
    await save();
    expect(await screen.findByText('Enter a number from 5 to 300.')).toBeInTheDocument();
    expect(saved).toBeUndefined();
  });

  it('[part DEP-10] sends how many conversations an agent takes and whom visitors come back to', async () => {
    await open();
    await user.type(screen.getByLabelText('Conversations at a time'), '4');
    await user.click(screen.getByRole('switch', { name: 'Back to the same agent' }));
    await save();
    await waitFor(() => {
      expect(saved).toMatchObject({ capacity: 4, preferPreviousAgent: true });
    });
    expect(saved?.hours).toBeUndefined();
  });

  it('[part DEP-10] begins hours with those of an office and says what is wrong with a span', async () => {
    await open();
    await user.click(screen.getByRole('radio', { name: 'At these hours' }));
    expect(screen.getAllByLabelText('Monday from')).toHaveLength(2);
    const [from] = screen.getAllByLabelText('Monday from');
    if (!from) throw new Error('no field');
    fireEvent.change(from, { target: { value: '12:00' } });
    expect(await screen.findByText('Two spans of one day overlap.')).toBeInTheDocument();
    fireEvent.change(from, { target: { value: '09:00' } });
    await user.click(screen.getByLabelText('Add a span on Sunday'));
    await save();
    await waitFor(() => {
      expect(saved?.hours?.weekly).toContainEqual({ day: 'sun', from: '08:00', to: '17:00' });
    });
    expect(saved?.hours?.weekly[0]).toEqual({ day: 'mon', from: '09:00', to: '11:30' });
    expect(saved?.hours?.zone).toBe('Asia/Ho_Chi_Minh');
    expect(saved?.hours?.dated.length).toBeGreaterThan(10);
  });

  it('[part WIN-11] sends the picture that was uploaded', async () => {
    const picture = {
      id: 'm1',
      url: '/api/config/v1/public/media/m1/0a',
      purpose: 'image',
      kind: 'image',
      contentType: 'image/png',
      bytes: 4,
    };
    suite.on('POST /api/config/v1/media', () => ({ body: picture }));
    await open();
    await user.upload(
      screen.getByTestId('media-file'),
      new File(['fake'], 'sales.png', { type: 'image/png' }),
    );
    expect(await screen.findByRole('img', { name: 'Picture' })).toHaveAttribute('src', picture.url);
    await save();
    await waitFor(() => {
      expect(saved?.pictureMediaId).toBe('m1');
    });
  });

  it('says beside the picture why a file was refused', async () => {
    suite.on('POST /api/config/v1/media', () => {
      throw refusal(400, 'validation-failed', [{ pointer: '', code: 'file-type-unsupported' }]);
    });
    await open();
    await user.upload(screen.getByTestId('media-file'), new File(['<svg/>'], 'a.png', { type: 'image/png' }));
    expect(await screen.findByText('Files of this kind are not accepted.')).toBeInTheDocument();
  });

  it('says beside the name that it is taken', async () => {
    suite.on(`PUT ${PATH}/d1`, () => {
      throw refusal(409, 'department-name-exists');
    });
    await open();
    await user.type(screen.getByLabelText('Name'), ' 2');
    await save();
    expect(
      await screen.findByText('There is already a department of this name. Choose another name.'),
    ).toBeInTheDocument();
  });

  it('[part GEN-4] shows both versions when somebody else saved first', async () => {
    suite
      .on(`PUT ${PATH}/d1`, () => {
        throw refusal(412, 'etag-mismatch');
      })
      .on(`GET ${PATH}/d1`, () => ({ body: { ...SALES, name: 'Theirs', version: 9 }, etag: '"9"' }));
    await open();
    await user.type(screen.getByLabelText('Name'), ' mine');
    await save();
    const row = await screen.findByRole('row', { name: /Name/ });
    expect(row).toHaveTextContent('Sales mine');
    expect(row).toHaveTextContent('Theirs');
  });
});
