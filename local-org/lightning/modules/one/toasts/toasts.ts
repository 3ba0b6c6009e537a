import Toast from 'lightning/toast';

interface ToastRequest {
  title?: string;
  message?: string;
  messageData?: unknown[];
  variant?: string;
  mode?: string;
}

interface Link {
  url: string;
  label: string;
}

/** Shows what a ShowToastEvent asks for. Toasts of the `lightning/toast` module come this way with a `label`. */
export function showToast(event: Event): void {
  const { detail } = event as CustomEvent<ToastRequest & { label?: string }>;
  if (!detail || detail.label !== undefined) return;
  event.stopPropagation();
  Toast.show(
    {
      label: detail.title || detail.message || '',
      ...(detail.title && detail.message ? messageOf(detail) : {}),
      variant: detail.variant ?? 'info',
      mode: detail.mode === 'pester' || !detail.mode ? 'dismissible' : detail.mode,
    },
    document.body,
  );
}

/** `messageData` fills `{0}`, `{1}` … with text or links. */
function messageOf({ message, messageData = [] }: ToastRequest): object {
  const links = messageData.map((one) =>
    typeof one === 'object' ? { url: (one as Link).url, label: (one as Link).label } : undefined,
  );
  const text = (message ?? '').replace(/\{(\d+)\}/g, (placeholder, index: string) => {
    const value = messageData[Number(index)];
    return typeof value === 'object' ? placeholder : String(value ?? '');
  });
  return { message: text, messageLinks: links };
}
