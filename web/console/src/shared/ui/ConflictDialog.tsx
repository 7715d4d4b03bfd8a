import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './ui.module.css';

export interface ConflictRow {
  label: string;
  mine: string;
  theirs: string;
}

interface ConflictDialogProps {
  open: boolean;
  rows: readonly ConflictRow[];
  busy: boolean;
  /** Who saved the other version, and when. */
  note?: string | undefined;
  onTakeTheirs: () => void;
  onOverwrite: () => void;
  onKeepEditing: () => void;
}

/** Two people edited at once: both versions side by side, and nothing is lost until one chooses. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { t } = useTranslation('common');
  const shown = (text: string) => (text === '' ? t('conflict.empty') : text);
  return (
    <Modal
      open={props.open}
      title={t('conflict.title')}
      width={720}
      onCancel={props.onKeepEditing}
      footer={[
        <Button key="keep" onClick={props.onKeepEditing}>
          {t('conflict.keepEditing')}
        </Button>,
        <Button key="theirs" onClick={props.onTakeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>,
        <Button key="mine" type="primary" danger loading={props.busy} onClick={props.onOverwrite}>
          {t('conflict.overwrite')}
        </Button>,
      ]}
    >
      <p>{t('conflict.body')}</p>
      {props.note === undefined ? null : <p>{props.note}</p>}
      <div className={styles['scroll']}>
        <table className={styles['conflict']}>
          <thead>
            <tr>
              <th scope="col">{t('conflict.field')}</th>
              <th scope="col">{t('conflict.mine')}</th>
              <th scope="col">{t('conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={row.label} data-differs={row.mine !== row.theirs}>
                <th scope="row">{row.label}</th>
                <td>{shown(row.mine)}</td>
                <td>{row.mine === row.theirs ? t('conflict.same') : shown(row.theirs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
