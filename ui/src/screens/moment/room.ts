// How much room there is: a window is narrow sooner when its text is large.
import { MediaQuery } from 'svelte/reactivity';
import { app } from '../../state/app.svelte';

/** Below this width, at the usual text size, two columns no longer fit beside the rail. */
const NARROW = 1080;

/** A question to the window, to be asked within `$derived`: text size and width may both change. */
export function narrowWindow(): MediaQuery {
  return new MediaQuery(`max-width: ${Math.round((NARROW * Math.max(100, app.device.text_size)) / 100)}px`);
}
