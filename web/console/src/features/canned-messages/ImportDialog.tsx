import { UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { useImportCanned } from './api.ts';
import styles from './canned.module.css';
import type { LineFault } from './faults.ts';
import { lineFaults } from './faults.ts';
import { cannedVi } from './locale.ts';

type CsvCode = keyof typeof cannedVi.csv;

function isCsvCode(code: string): code is CsvCode {
  return Object.hasOwn(cannedVi.csv, code);
}

/** Adds a table of messages: all of it, or none and what is wrong, line by line. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('canned');
  const { message } = App.useApp();
  const errorText = useErrorText();
  const chooser = useRef<HTMLInputElement>(null);
  const load = useImportCanned();
  const [name, setName] = useState('');
  const [faults, setFaults] = useState<readonly LineFault[]>([]);
  const [problem, setProblem] = useState<string>();

  const take = (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    setFaults([]);
    setProblem(undefined);
    load.mutate(file, {
      onSuccess: (count) => {
        void message.success(t('imported', { count }));
        onClose();
      },
      onError: (error) => {
        const found = lineFaults(error);
        setFaults(found);
        if (found.length === 0) setProblem(errorText.of(error));
      },
    });
  };
  const said = (fault: LineFault) => {
    const { code } = fault.problem;
    return isCsvCode(code) ? t(`csv.${code}`) : errorText.ofField(fault.problem);
  };
  return (
    <Modal
      open
      title={t('importTitle')}
      onCancel={onClose}
      footer={
        <Button onClick={onClose} disabled={load.isPending}>
          {t('actions.close', { ns: 'common' })}
        </Button>
      }
    >
      <p>{t('importHelp')}</p>
      <pre className={styles['example']}>name,content,departments</pre>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".csv,text/csv"
        data-testid="csv-file"
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button
        type="primary"
        icon={<UploadOutlined aria-hidden="true" />}
        loading={load.isPending}
        onClick={() => chooser.current?.click()}
      >
        {load.isPending ? t('importing', { name }) : t('importChoose')}
      </Button>
      <div role="alert" className={styles['faults']}>
        {problem === undefined ? null : <Alert type="error" showIcon title={problem} />}
        {faults.length === 0 ? null : (
          <>
            <p>{t('importFaults', { count: faults.length })}</p>
            <ul>
              {faults.map((fault) => (
                <li key={`${fault.problem.pointer} ${fault.problem.code}`}>
                  <strong>
                    {fault.line === undefined ? t('wholeFile') : t('line', { line: fault.line })}
                    {fault.column === undefined ? '' : ` · ${t(`column.${fault.column}`)}`}
                  </strong>{' '}
                  {said(fault)}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Modal>
  );
}
