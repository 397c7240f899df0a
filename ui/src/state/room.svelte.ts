// How much room there is: a window is narrow sooner when its text is large. The styles know it as `data-width`.

/** Wide: two columns beside the rail. Middle: one column beside the rail. Narrow: the rail rolls up behind Menu. */
export type Width = 'wide' | 'middle' | 'narrow';

/** Up to these widths in pixels, at the usual text size. */
const NARROW = 760;
const MIDDLE = 1080;

class Room {
  width = $state<Width>('wide');
  #text = 100;

  /** Measures the window anew; the text size stays as it was unless another one is told. */
  measure(text = this.#text): void {
    this.#text = text;
    const room = (window.innerWidth * 100) / Math.max(100, text);
    this.width = room <= NARROW ? 'narrow' : room <= MIDDLE ? 'middle' : 'wide';
    document.documentElement.dataset['width'] = this.width;
  }
}

export const room = new Room();
