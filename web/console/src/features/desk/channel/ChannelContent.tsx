import {
  ClockCircleOutlined,
  EnvironmentOutlined,
  EyeInvisibleOutlined,
  FileUnknownOutlined,
  LikeFilled,
  NotificationOutlined,
} from '@ant-design/icons';
import type { ChannelKind, ChannelPart } from '@dakenh/socket';
import { useTranslation } from 'react-i18next';
import { fullTime } from '../../../shared/lib/time.ts';
import styles from './channel.module.css';
import { kindOf } from './kinds.ts';
import { channelDeskVi } from './locale.ts';
import { useReason } from './useReason.ts';

type MissingCode = keyof typeof channelDeskVi.missing;

function isMissingCode(code: string): code is MissingCode {
  return Object.hasOwn(channelDeskVi.missing, code);
}

/** Degrees as the provider gave them; whatever else stands there makes no address. */
function mapAddress(latitude: string, longitude: string): string | undefined {
  const [north, east] = [Number(latitude), Number(longitude)];
  return latitude !== '' && longitude !== '' && Number.isFinite(north) && Number.isFinite(east)
    ? `https://www.google.com/maps/search/?api=1&query=${String(north)}%2C${String(east)}`
    : undefined;
}

function Place({ place }: { place: NonNullable<ChannelPart['place']> }) {
  const { t } = useTranslation('channelDesk');
  const address = mapAddress(place.latitude, place.longitude);
  return (
    <div className={styles['place']} data-testid="place">
      <EnvironmentOutlined aria-hidden="true" />
      <span>
        <strong dir="auto">{place.title ?? t('place')}</strong>
        <small>
          {place.latitude}, {place.longitude}
        </small>
        {address === undefined ? null : (
          <a href={address} target="_blank" rel="noopener noreferrer">
            {t('openMap')}
          </a>
        )}
      </span>
    </div>
  );
}

/** Above the words: what kind of message it is, and where the customer came from. */
export function ChannelHead({ part, page }: { part: ChannelPart; page: string }) {
  const { t } = useTranslation('channelDesk');
  const { source, comment } = part;
  const kind = kindOf(part);
  const labelled = kind === 'postback' || kind === 'contact-shared' || kind === 'template';
  return (
    <>
      {source ? (
        <p className={styles['source']} data-testid="source">
          <NotificationOutlined aria-hidden="true" />
          <span>
            {t(source.kind === 'ads' ? 'source.ads' : 'source.other')}
            {source.title !== undefined || source.ref !== undefined ? (
              <strong dir="auto"> {source.title ?? source.ref}</strong>
            ) : null}
          </span>
        </p>
      ) : null}
      {comment ? (
        <p className={styles['post']}>
          {page === '' ? t('comment.onPost') : t('comment.onPostOf', { name: page })}
          {comment.permalink !== undefined && /^https?:\/\//i.test(comment.permalink) ? (
            <a href={comment.permalink} target="_blank" rel="noopener noreferrer nofollow">
              {t('comment.open')}
            </a>
          ) : null}
        </p>
      ) : null}
      {labelled ? <p className={styles['label']}>{t(`kind.${kind}`)}</p> : null}
    </>
  );
}

/** Below the words: places, files that are not here, and what is not supported. */
export function ChannelTail({ part, channelKind }: { part: ChannelPart; channelKind: ChannelKind }) {
  const { t } = useTranslation(['channelDesk', 'common']);
  const reason = useReason();
  const { place, missing, comment, writtenAt, failureCode } = part;
  return (
    <>
      {place ? <Place place={place} /> : null}
      {missing?.map((file) => (
        <p key={file.id} className={styles['missing']} data-testid="missing-file">
          <FileUnknownOutlined aria-hidden="true" />
          <span>
            <strong dir="auto">{file.name}</strong>
            <small>
              {t(`missing.${file.code !== undefined && isMissingCode(file.code) ? file.code : 'loading'}`)}
            </small>
          </span>
        </p>
      ))}
      {kindOf(part) === 'unsupported' ? (
        <p className={styles['unsupported']} data-testid="unsupported">
          {t('kind.unsupported')}.{' '}
          {t('unsupportedHint', { channel: t(`channel.${channelKind}`, { ns: 'common' }) })}
        </p>
      ) : null}
      {comment?.hidden === true || comment?.liked === true ? (
        <p className={styles['flags']}>
          {comment.hidden ? (
            <span>
              <EyeInvisibleOutlined aria-hidden="true" /> {t('comment.hidden')}
            </span>
          ) : null}
          {comment.liked ? (
            <span>
              <LikeFilled aria-hidden="true" /> {t('comment.liked')}
            </span>
          ) : null}
        </p>
      ) : null}
      {comment && failureCode !== undefined ? (
        <p className={styles['actionFailed']} role="status">
          {t('comment.failed', { reason: reason(failureCode) })}
        </p>
      ) : null}
      {writtenAt === undefined ? null : (
        <p className={styles['late']}>
          <ClockCircleOutlined aria-hidden="true" /> {t('writtenAt', { time: fullTime(writtenAt) })}
        </p>
      )}
    </>
  );
}
