import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { useTexts } from './texts.ts';

interface PictureViewerProps {
  name: string;
  url: string;
  onClose: () => void;
}

/** One picture as large as the window. */
export function PictureViewer({ name, url, onClose }: PictureViewerProps): JSX.Element {
  const texts = useTexts();
  const dialogRef = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialogRef.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialogRef}
      class="viewer"
      aria-label={name}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The window itself stays open.
        event.preventDefault();
        onClose();
      }}
    >
      <div class="viewer-bar">
        <bdi class="clip">{name}</bdi>
        <a href={url} download={name}>
          {texts.save}
        </a>
        <button type="button" class="round" aria-label={texts.closePicture} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <img src={url} alt={name} />
    </dialog>
  );
}
