import styles from './Shell.module.css';

export function Brand({ narrow }: { narrow: boolean }) {
  return (
    <span className={styles['brand']}>
      <img src="/favicon.svg" alt="" width={30} height={30} />
      {narrow ? <span className="visually-hidden">Đa Kênh</span> : <strong>Đa Kênh</strong>}
    </span>
  );
}
