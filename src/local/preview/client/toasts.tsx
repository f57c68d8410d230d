import { useEffect } from 'preact/hooks';
import type { Model } from './model';
import type { Toast } from './state';

export function Toasts({ model }: { model: Model }) {
  return (
    <div class="toasts" role="status">
      {model.state.toasts.map((toast) => (
        <Shown key={toast.id} toast={toast} onGone={() => model.dismiss(toast.id)} />
      ))}
    </div>
  );
}

function Shown({ toast, onGone }: { toast: Toast; onGone(): void }) {
  const { title, message, seconds } = toast;
  useEffect(() => {
    // A negative time stays until it is closed, as in Sheets.
    if (seconds === null || seconds < 0) return;
    const timer = setTimeout(onGone, Math.max(seconds, 5) * 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="toast">
      <div>
        {title && <strong>{title}</strong>}
        <p>{message}</p>
      </div>
      <button type="button" class="close" aria-label="Закрыть сообщение" onClick={onGone}>
        ✕
      </button>
    </div>
  );
}
