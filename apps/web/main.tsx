import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App, begun } from './app/app.js';
import { keepPages } from './app/kept-pages.js';

const place = document.getElementById('root');
if (place !== null)
  void begun().then(() => {
    createRoot(place).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  });

if (import.meta.env.PROD) keepPages();
