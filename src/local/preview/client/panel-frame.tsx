import { useEffect, useRef, useState } from 'preact/hooks';
import type { Panel } from '../messages';
import { Modal } from './modal';
import type { Model } from './model';

interface Told {
  panel?: true;
  call?: number;
  name?: string;
  args?: unknown[];
  open?: string;
  close?: true;
  focus?: true;
  height?: number;
  width?: number;
}

type Html = Extract<Panel, { html: string }>;

/** A sidebar or a dialog of the add-on: its page runs apart, without reach into this one, and talks by messages. */
export function PanelFrame({ model, panel }: { model: Model; panel: Panel }) {
  const html = panel as Html;
  const close = () => model.set(html.kind === 'sidebar' ? { sidebar: null } : { dialog: null });
  const [size, setSize] = useState({ width: html.width ?? 600, height: html.height ?? 400 });
  const frame = <Frame model={model} panel={html} close={close} resize={(change) => setSize({ ...size, ...change })} />;
  if (html.kind !== 'sidebar') {
    return (
      <Modal title={html.title} onClose={close} modeless={html.kind === 'modeless-dialog'} width={size.width + 40}>
        <div style={{ height: `${size.height}px` }}>{frame}</div>
      </Modal>
    );
  }
  return (
    <aside class="sidebar" aria-label={html.title}>
      <div class="modal-head">
        <h2>{html.title}</h2>
        <button type="button" class="close" aria-label="Закрыть панель" onClick={close}>
          ✕
        </button>
      </div>
      {frame}
    </aside>
  );
}

interface FrameProps {
  model: Model;
  panel: Html;
  close(): void;
  resize(change: { width?: number; height?: number }): void;
}

function Frame({ model, panel, close, resize }: FrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<string | null>(null);
  useEffect(() => {
    void fetch('/bridge.js')
      .then((response) => response.text())
      .then((bridge) => setPage(withBridge(panel.html, bridge)));
  }, [panel]);
  useEffect(() => {
    const hear = ({ data, source }: MessageEvent<Told>) => {
      if (source !== frame.current?.contentWindow || !data.panel) return;
      if (data.close) close();
      else if (data.open !== undefined) void model.follow(data.open);
      else if (data.height !== undefined) resize({ height: data.height });
      else if (data.width !== undefined) resize({ width: data.width });
      else if (data.focus) document.querySelector<HTMLElement>('[role=grid]')?.focus();
      else if (data.name !== undefined) {
        void model.call(data.name, data.args ?? []).then((answer) => {
          frame.current?.contentWindow?.postMessage({ call: data.call, ...answer }, '*');
        });
      }
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [panel, page]);
  if (page === null) return null;
  return (
    <iframe
      ref={frame}
      title={panel.title}
      sandbox="allow-scripts allow-forms"
      srcdoc={page}
      // As with Google: what has just been opened has the focus, so that whoever works by keyboard goes on within it.
      onLoad={() => frame.current?.focus()}
    />
  );
}

/** The bridge stands before everything else of the page, so that its scripts find `google.script`. */
function withBridge(html: string, bridge: string): string {
  const script = `<script>${bridge.replace(/<\/script/gi, '<\\/script')}</script>`;
  const start = /<head[^>]*>/i.exec(html) ?? /<html[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = start ? start.index + start[0].length : 0;
  return html.slice(0, at) + script + html.slice(at);
}
