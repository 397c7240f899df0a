// Mounts the interface. Everything that is shown comes from `App.svelte`.
import { mount } from 'svelte';
import App from './App.svelte';

const place = document.getElementById('app');
if (place) {
  place.replaceChildren();
  mount(App, { target: place });
}
