// What every test needs: elements that happy-dom lacks, and no way out to a real program.
import { afterEach } from 'vitest';
import { setCaller } from '../api/call';
import '../words/rooms';

setCaller(() => Promise.reject(new Error('a test called the program without setCaller')));

const dialog = HTMLDialogElement.prototype as HTMLDialogElement;
dialog.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true;
};
Element.prototype.scrollIntoView ??= () => undefined;

afterEach(() => {
  document.documentElement.removeAttribute('data-theme');
});
