import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

const SECONDS = 8;

/** Says what was deleted and, for some seconds, takes it back. */
export function useUndo() {
  const { t } = useTranslation('common');
  const { message } = App.useApp();
  return (text: string, undo: () => void) => {
    const close = message.open({
      type: 'info',
      duration: SECONDS,
      content: (
        <>
          {text}{' '}
          <Button
            type="link"
            onClick={() => {
              close();
              undo();
            }}
          >
            {t('actions.undo')}
          </Button>
        </>
      ),
    });
  };
}
