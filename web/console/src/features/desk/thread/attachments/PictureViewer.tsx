import { DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { Attachment } from '@dakenh/socket';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './attachments.module.css';

interface PictureViewerProps {
  pictures: readonly Attachment[];
  index: number;
  onIndex: (index: number) => void;
  onClose: () => void;
}

/** One picture as large as the window; the arrow keys go to its neighbours. */
export function PictureViewer({ pictures, index, onIndex, onClose }: PictureViewerProps) {
  const { t } = useTranslation('desk');
  const picture = pictures[index];
  if (!picture) return null;
  const several = pictures.length > 1;
  const go = (step: number) => {
    onIndex((index + step + pictures.length) % pictures.length);
  };
  return (
    <Modal
      open
      centered
      width="min(96vw, 1200px)"
      title={<span dir="auto">{picture.name}</span>}
      onCancel={onClose}
      footer={
        <div className={styles['viewerBar']}>
          {several ? (
            <>
              <Button
                icon={<LeftOutlined aria-hidden="true" />}
                aria-label={t('message.previousPicture')}
                onClick={() => {
                  go(-1);
                }}
              />
              <span>
                {index + 1} / {pictures.length}
              </span>
              <Button
                icon={<RightOutlined aria-hidden="true" />}
                aria-label={t('message.nextPicture')}
                onClick={() => {
                  go(1);
                }}
              />
            </>
          ) : null}
          <Button href={picture.url} download={picture.name} icon={<DownloadOutlined aria-hidden="true" />}>
            {t('message.save')}
          </Button>
        </div>
      }
      modalRender={(node) => (
        <div
          role="presentation"
          onKeyDown={(event) => {
            if (!several) return;
            if (event.key === 'ArrowLeft') go(-1);
            if (event.key === 'ArrowRight') go(1);
          }}
        >
          {node}
        </div>
      )}
    >
      <img className={styles['viewed']} src={picture.url} alt={picture.name} data-testid="viewed-picture" />
    </Modal>
  );
}
