// Mounts the interface. Everything that is shown comes from `App.svelte`.
import { mount } from 'svelte';
import { call } from './api/call';
import App from './App.svelte';

const place = document.getElementById('app');
if (place) {
  place.replaceChildren();
  mount(App, { target: place });
  // Two frames later the first one has been painted: this way of drawing works here.
  requestAnimationFrame(() => requestAnimationFrame(() => void call('app_drawn', {}).catch(() => undefined)));
}
