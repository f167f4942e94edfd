import './ui/base.css';
import './app/shell.css';

/** Where nothing is drawn, such as in a window behind another, nothing is waited for. */
const WAIT_MS = 100;

/** The heading is drawn before the script that takes a telephone a second is begun. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, WAIT_MS);
  });
}

function sayThatItFailed(): void {
  document.querySelector('.opening .page')?.remove();
  document.getElementById('opening-failed')?.removeAttribute('hidden');
}

void drawn()
  .then(() => import('./main.js'))
  .catch(sayThatItFailed);
