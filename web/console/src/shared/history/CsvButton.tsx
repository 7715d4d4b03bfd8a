import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../i18n/useErrorText.ts';
import { saveFile } from '../lib/save-file.ts';

interface CsvButtonProps {
  load: () => Promise<Blob>;
  /** Name of the file. */
  name: string;
  /** Said when it is there. */
  done: string;
  disabled?: boolean;
}

/** Takes a list away as a table. */
export function CsvButton({ load, name, done, disabled = false }: CsvButtonProps) {
  const { t } = useTranslation('common');
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [fetching, setFetching] = useState(false);
  const download = async () => {
    setFetching(true);
    try {
      saveFile(await load(), name);
      void message.success(done);
    } catch (error) {
      void message.error(errorText.of(error));
    } finally {
      setFetching(false);
    }
  };
  return (
    <Button
      icon={<DownloadOutlined aria-hidden="true" />}
      loading={fetching}
      disabled={disabled}
      onClick={() => void download()}
    >
      {t('actions.csv')}
    </Button>
  );
}
