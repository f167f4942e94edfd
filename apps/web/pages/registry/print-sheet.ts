/**
 * Prints a page the service made. It is drawn in a frame without scripts and without a name, and is gone when the printer has it:
 * the codes on it are shown this once and kept nowhere.
 */
export function printSheet(html: string): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;visibility:hidden;border:0';
  frame.srcdoc = html;
  frame.onload = () => {
    const inside = frame.contentWindow;
    if (inside === null) return;
    inside.onafterprint = () => frame.remove();
    inside.print();
  };
  document.body.append(frame);
}
