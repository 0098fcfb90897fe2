import { redraw } from './store.ts';

/** Light, dark, or as the system has it. */
export function theme(): string {
  return localStorage.getItem('theme') ?? 'auto';
}

export function chooseTheme(name: string): void {
  localStorage.setItem('theme', name);
  applyTheme();
  redraw();
}

export function applyTheme(): void {
  document.documentElement.dataset['theme'] = theme();
}
