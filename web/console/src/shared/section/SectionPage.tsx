import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { LoadError } from '../ui/Notice.tsx';
import { Card, Page } from '../ui/Page.tsx';
import { useSection } from './api.ts';
import type { SectionDefinition } from './contract.ts';
import type { EditorBody, PreviewWishes } from './SectionEditor.tsx';
import { SectionEditor } from './SectionEditor.tsx';
import styles from './section.module.css';
import type { SectionWords } from './words.ts';

interface SectionPageProps<Content> {
  definition: SectionDefinition<Content>;
  title: string;
  description: string;
  words: SectionWords;
  /** Absent where visitors see nothing of the section; the server still judges the form while it is typed. */
  preview?: PreviewWishes<Content>;
  actions?: ReactNode;
  /** Room for something of the section's own beside the form. */
  wide?: boolean;
  children: EditorBody<Content>;
}

/** A page of "Đa kênh / Cấu hình": loads one section and lets the owner edit, try, publish and look back. */
export function SectionPage<Content>(props: SectionPageProps<Content>) {
  const { definition, title, description, actions, preview } = props;
  const section = useSection(definition);
  return (
    <Page
      configuration
      title={title}
      description={description}
      actions={actions}
      wide={preview !== undefined || props.wide === true}
    >
      {section.isPending ? (
        <div className={preview ? styles['columns'] : undefined} aria-busy="true">
          <Card>
            <Skeleton active paragraph={{ rows: 10 }} />
          </Card>
          {preview ? <Skeleton.Node active style={{ width: '100%', height: 420 }} /> : null}
        </div>
      ) : null}
      {section.isError && !section.data ? (
        <Card>
          <LoadError error={section.error} onRetry={() => void section.refetch()} />
        </Card>
      ) : null}
      {section.data ? (
        <SectionEditor definition={definition} initial={section.data} words={props.words} preview={preview}>
          {props.children}
        </SectionEditor>
      ) : null}
    </Page>
  );
}
